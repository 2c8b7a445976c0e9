import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { luma } from '@proteus/raster/luma.ts';
import type { Plane, Point, RgbImage } from '@proteus/raster/types.ts';
import { GLYPH_ADVANCE, textDistance, textWidth } from '@proteus/samples/fabric/glyphs.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { expect, it } from 'vitest';
import { runTryOn } from './pipeline.ts';
import { mix } from './stages/warp/scalar.ts';

const SIZE = { width: 768, height: 1024 };
const LIMIT_MS = 120_000;

const WORD = 'DRYCLEANSHOW';
/** Every letter that the pen can draw: a reader has to tell them all apart. */
const ALPHABET = [...'ACDEHILMNOPRSTUVWY'];
/** In the garment's picture, pixels. */
const CAP_HEIGHT = 12;
const FOOT = SIZE.height * 0.45;
/** Between the tee's shoulder seams, pixels. */
const TEE_SHOULDERS = 360;
/** Where the chest is between shoulder and hip joints. */
const CHEST = 0.2;
const PEN = 0.16;
const INK = [24, 26, 52] as const;
/** Places within a pixel that a text is looked for at, along each side. */
const SUBPIXELS = 32;

/** How much of a pixel the pen has inked, 0 to 1, where caps are `height` pixels high. */
function inkAt(text: string, x: number, y: number, height: number): number {
  const distance = textDistance(text, x / height, y / height) - PEN / 2;
  return Math.min(1, Math.max(0, 0.5 - distance * height));
}

/** Prints the word in the middle of a garment's chest. */
function printWord(picture: RgbImage): RgbImage {
  const data = picture.data.slice();
  const left = SIZE.width / 2 - (textWidth(WORD) * CAP_HEIGHT) / 2;
  for (let y = Math.floor(FOOT) - 2 * CAP_HEIGHT; y < FOOT + 4; y++) {
    for (let x = Math.floor(left) - 4; x < SIZE.width - left + 4; x++) {
      const ink = inkAt(WORD, x - left, FOOT - y, CAP_HEIGHT);
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * SIZE.width + x) * 3 + channel;
        data[at] = Math.round(data[at]! * (1 - ink) + INK[channel]! * ink);
      }
    }
  }
  return { ...picture, data };
}

/** What the pen has inked of a text, row by row, and the pixel where that begins. */
interface Inked {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly ink: Float64Array;
}

/** Drawn texts by their place within a pixel: the same ones are looked for at thousands of places. */
const drawn = new Map<string, Inked>();

/** A text whose foot's left end is at a place within the first pixel. */
function drawText(text: string, left: number, foot: number, height: number): Inked {
  const key = JSON.stringify([text, left, foot, height]);
  const known = drawn.get(key);
  if (known) return known;
  const [from, to] = [-0.3 * height, (textWidth(text) + 0.3) * height];
  const [top, bottom] = [-1.15 * height, 0.15 * height];
  const width = Math.floor(to - from) + 1;
  const ink = new Float64Array(width * (Math.floor(bottom - top) + 1));
  const start = { left: Math.round(left + from), top: Math.round(foot + top) };
  for (let i = 0; i < ink.length; i++) {
    const [x, y] = [start.left + (i % width), start.top + Math.floor(i / width)];
    ink[i] = inkAt(text, x - left, foot - y, height);
  }
  const inked = { ...start, width, ink };
  drawn.set(key, inked);
  return inked;
}

/** Correlation of a text, its foot's left end at a place, with the darkness of a picture. */
function correlate(grey: Plane, text: string, left: number, foot: number, height: number): number {
  const [column, row] = [Math.floor(left), Math.floor(foot)];
  const within = (whole: number) => Math.round(whole * SUBPIXELS) / SUBPIXELS;
  const inked = drawText(text, within(left - column), within(foot - row), height);
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  const count = inked.ink.length;
  for (let i = 0; i < count; i++) {
    const x = column + inked.left + (i % inked.width);
    const y = row + inked.top + Math.floor(i / inked.width);
    const ink = inked.ink[i]!;
    const dark = 255 - (grey.data[y * grey.width + x] ?? 0);
    sumA += ink;
    sumB += dark;
    sumAA += ink * ink;
    sumBB += dark * dark;
    sumAB += ink * dark;
  }
  const spread = Math.sqrt((sumAA - sumA ** 2 / count) * (sumBB - sumB ** 2 / count));
  return spread > 0 ? (sumAB - (sumA * sumB) / count) / spread : 0;
}

function middleOf([a, b]: readonly Point[]): Point {
  return { x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 };
}

interface Place {
  readonly left: number;
  readonly foot: number;
  readonly height: number;
  readonly match: number;
}

/** The best place of a text among some. */
function best(grey: Plane, text: string, places: Iterable<Omit<Place, 'match'>>): Place {
  let found: Place = { left: 0, foot: 0, height: 1, match: -1 };
  for (const place of places) {
    const match = correlate(grey, text, place.left, place.foot, place.height);
    if (match > found.match) found = { ...place, match };
  }
  return found;
}

function* around(place: Omit<Place, 'match'>, reach: number, step: number, heights: number[]) {
  for (const height of heights) {
    for (let dy = -reach; dy <= reach; dy += step) {
      for (let dx = -reach; dx <= reach; dx += step) {
        yield { left: place.left + dx, foot: place.foot + dy, height };
      }
    }
  }
}

/** Reads the word where it fits best, letter by letter: each begins where the one before it led to. */
function read(grey: Plane, middle: Omit<Place, 'match'>, reach: number): string {
  const heights = [0.85, 0.95, 1.05, 1.15].map((share) => middle.height * share);
  const coarse = best(grey, WORD, around(middle, reach, 1, heights));
  const fine = [0.95, 1, 1.05].map((share) => coarse.height * share);
  let place = best(grey, WORD, around(coarse, 2, 0.5, fine));
  let text = '';
  while (text.length < WORD.length) {
    const next = place;
    const found = ALPHABET.map((letter) =>
      best(grey, letter, around(next, 1.5, 0.5, [next.height])),
    );
    const index = found.reduce((top, { match }, i) => (match > found[top]!.match ? i : top), 0);
    text += ALPHABET[index];
    const { left, foot } = found[index]!;
    place = { ...next, left: left + GLYPH_ADVANCE * next.height, foot };
  }
  return text;
}

it('keeps a print of 12 pixels’ height legible', { timeout: LIMIT_MS }, async () => {
  const person = renderPerson(SAMPLE_PEOPLE.find(({ name }) => name === 'mei')!, SIZE);
  const tee = renderGarment(SAMPLE_GARMENTS.find(({ name }) => name === 'tee-heather')!, SIZE);
  const printed = printWord(tee.picture);
  const left = SIZE.width / 2 - (textWidth(WORD) * CAP_HEIGHT) / 2;
  expect(read(luma(printed), { left, foot: FOOT, height: CAP_HEIGHT }, 8)).toBe(WORD);

  const { picture } = await runTryOn(
    {
      person: person.picture,
      garment: printed,
      category: 'upper',
      corrections: NO_CORRECTIONS,
      seed: 5,
      config: pipelineConfigSchema.parse({}),
    },
    {
      poseEstimator: async () => ({
        landmarks: person.landmarks.map(({ x, y }) => ({ x, y, z: 0, visibility: 1, presence: 1 })),
        score: 0.99,
        personMask: {
          ...SIZE,
          data: Float32Array.from(person.parts.data, (part) => Number(part !== PART.background)),
        },
      }),
      signal: new AbortController().signal,
      onProgress: () => {},
    },
  );
  const joints = (name: 'shoulder' | 'hip') =>
    (['left', 'right'] as const).map((side) => person.landmarks[LANDMARK[`${side}-${name}`]]!);
  const [shoulders, hips] = [joints('shoulder'), joints('hip')];
  const width = Math.abs(shoulders[0]!.x - shoulders[1]!.x);
  const height = (CAP_HEIGHT * width) / TEE_SHOULDERS;
  const chest = {
    left: middleOf(shoulders).x - (textWidth(WORD) * height) / 2,
    foot: mix(middleOf(shoulders).y, middleOf(hips).y, CHEST),
    height,
  };
  expect(read(luma(picture), chest, 32)).toBe(WORD);
});
