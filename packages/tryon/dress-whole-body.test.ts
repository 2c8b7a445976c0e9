import { PART } from '@proteus/contracts/person-parts.ts';
import { pasteRgb } from '@proteus/raster/paste-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE, type SamplePerson } from '@proteus/samples/people.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { dressWholeBody } from './dress-whole-body.ts';
import type { Dressing } from './dressing.ts';
import type { UpperBodyGarment } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import { applyOverlay } from './providers/local/overlay.ts';
import { createStageClock } from './stage-clock.ts';
import { analyseGarment } from './stages/garment/analyse-garment.ts';
import { drawMask, drawPicture, OUTLINES } from './stages/garment/synthetic-garments.ts';
import { analysePerson } from './stages/person-parsing/analyse-person.ts';
import { usualVariation } from './variation.ts';

const SIZE = { width: 288, height: 384 };
const { signal } = new AbortController();

function dressOf(picture: RgbImage): UpperBodyGarment {
  const garment = analyseGarment(picture, 'dress', SIZE, () => {});
  if (garment.category !== 'dress') throw new Error('not taken for a dress');
  return garment;
}

function sampleDress(): UpperBodyGarment {
  const spec = SAMPLE_GARMENTS.find(({ name }) => name === 'dress-green')!;
  return dressOf(renderGarment(spec, SIZE).picture);
}

function analyse({ picture, parts, landmarks }: SamplePerson): PersonAnalysis {
  const inside = Float32Array.from(parts.data, (part) => (part === PART.background ? 0 : 1));
  const pose = {
    landmarks: landmarks.map(({ x, y }) => ({ x, y, z: 0, visibility: 0.95, presence: 1 })),
    score: 0.99,
    personMask: { ...SIZE, data: inside },
  };
  return analysePerson(picture, pose, () => {});
}

function dress(person: PersonAnalysis, garment: UpperBodyGarment): Dressing {
  const options = { seed: 3, variation: usualVariation('auto'), wantsGeometry: false };
  return dressWholeBody(
    person,
    garment,
    options,
    createStageClock(() => {}),
    signal,
  );
}

/** Trousers, a skirt, and a dress. */
const STANDING = [
  ...SAMPLE_PEOPLE.filter(({ name }) => ['samuel', 'mei'].includes(name)),
  SAMPLE_PEOPLE.find(({ lower }) => lower === null)!,
];

describe.each(STANDING.map((spec) => [spec.name, spec] as const))('a dress on %s', (_, spec) => {
  let person: SamplePerson;
  let dressing: Dressing;
  let result: Uint8Array;

  beforeAll(() => {
    person = renderPerson(spec, SIZE);
    dressing = dress(analyse(person), sampleDress());
    const composed = applyOverlay(dressing.person.picture, dressing.overlay);
    result = pasteRgb(person.picture, composed, dressing.window).data;
  });

  const changedShare = (wanted: (part: number) => boolean): number => {
    let changed = 0;
    let total = 0;
    for (let pixel = 0; pixel < person.parts.data.length; pixel++) {
      if (!wanted(person.parts.data[pixel]!)) continue;
      total++;
      for (let channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
        if (result[channel] === person.picture.data[channel]) continue;
        changed++;
        break;
      }
    }
    return total === 0 ? 1 : changed / total;
  };

  it('replaces top and lower clothes', () => {
    expect(changedShare((part) => part === PART['upper-clothes'])).toBeGreaterThan(0.95);
    expect(changedShare((part) => part === PART['lower-clothes'])).toBeGreaterThan(0.95);
  });

  it('leaves face, hair and shoes as they are', () => {
    expect(changedShare((part) => part === PART.face || part === PART.hair)).toBeLessThan(0.02);
    const isShoe = (part: number) => part === PART['left-shoe'] || part === PART['right-shoe'];
    if (person.parts.data.some(isShoe)) expect(changedShare(isShoe)).toBeLessThan(0.1);
  });

  it('covers the body from the chest to the thighs in one piece', () => {
    const { cover, window, person: nearby } = dressing;
    const { frame } = nearby;
    const x = Math.round(frame.hipMiddle.x);
    const from = Math.round(frame.shoulderMiddle.y + 0.35 * frame.torsoLength);
    const to = Math.min(window.height - 1, Math.round(frame.hipMiddle.y + 0.3 * frame.torsoLength));
    for (let y = from; y <= to; y++) {
      expect(cover.data[y * cover.width + x]).toBeGreaterThan(0.9);
    }
  });

  it('folds no cloth over', () => {
    expect(dressing.distortion.folded).toBeLessThan(0.01);
  });
});

describe('dressWholeBody', () => {
  let person: PersonAnalysis;

  beforeAll(() => {
    person = analyse(renderPerson(STANDING[0]!, SIZE));
  });

  it('refuses a jumpsuit', () => {
    const place = { middle: SIZE.width / 2, top: 30, scale: 120 };
    const mask = drawMask(OUTLINES.jumpsuit, SIZE, place);
    const jumpsuit = dressOf(drawPicture(mask, [30, 60, 120], [240, 240, 240]));
    expect(() => dress(person, jumpsuit)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_GARMENT' }),
    );
  });

  it('refuses a photo that ends at the hips', () => {
    const below = person.frame.hipMiddle.y - SIZE.height;
    const landmarks = person.pose.landmarks.map((mark) => ({ ...mark, y: mark.y - below }));
    const shifted = { ...person, pose: { ...person.pose, landmarks } };
    expect(() => dress(shifted, sampleDress())).toThrow(
      expect.objectContaining({ code: 'LEGS_CUT_OFF' }),
    );
  });
});
