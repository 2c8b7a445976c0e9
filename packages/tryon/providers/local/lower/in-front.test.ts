import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { inFrontOfLower } from './in-front.ts';

const SIZE = 200;
const MIDDLE = SIZE / 2;
/** The waist's line, level, at this row. */
const WAIST = 100;
const TORSO = 100;

/** Where the trousers' button lies, which has the top's colour. */
const BUTTON = { x: MIDDLE + 4, y: WAIST + 12, radius: 5 };

/** A top whose hem is at the waistband in the middle and hangs lower and lower to the sides. */
function halfTucked(): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  const upper = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isButton = Math.hypot(x - BUTTON.x, y - BUTTON.y) < BUTTON.radius;
      const isTop = isButton || y <= WAIST + Math.abs(x - MIDDLE) / 8;
      parts.data[y * SIZE + x] = PART[isTop ? 'upper-clothes' : 'lower-clothes'];
      upper.data[y * SIZE + x] = isTop ? 1 : 0;
    }
  }
  const away = { x: -SIZE, y: -SIZE, z: 0, visibility: 0 };
  return {
    frame: {
      shoulderMiddle: { x: MIDDLE, y: 0 },
      shoulderWidth: SIZE,
      torsoLength: TORSO,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
    parts,
    pose: { landmarks: Array.from({ length: 33 }, () => away) },
    regions: {
      upper,
      background: createPlane(SIZE, SIZE),
      skin: createPlane(SIZE, SIZE),
      hair: createPlane(SIZE, SIZE),
    },
  } as unknown as PersonAnalysis;
}

describe('what lies in front of trousers', () => {
  const waist = { left: WAIST, middle: WAIST, right: WAIST, seen: true, rise: 0 };
  const { all } = inFrontOfLower(halfTucked(), waist, createPlane(SIZE, SIZE));
  /** The lowest row in which the top hides the trousers; -1 = none. */
  const lowest = (x: number) => {
    for (let y = SIZE - 1; y >= 0; y--) if (all.data[y * SIZE + x]! > 0.5) return y;
    return -1;
  };

  it('is no top where that is tucked in', () => {
    expect(lowest(MIDDLE)).toBe(-1);
  });

  it('is no button that was taken for the top', () => {
    expect(lowest(BUTTON.x)).toBe(-1);
  });

  it('is the whole top where that hangs over', () => {
    expect(lowest(MIDDLE + 60)).toBe(Math.floor(WAIST + 60 / 8));
  });

  it('comes down over the waistband without a step', () => {
    for (let x = MIDDLE + 10; x < MIDDLE + 60; x++) {
      expect(lowest(x + 1) - lowest(x)).toBeGreaterThanOrEqual(0);
      expect(lowest(x + 1) - lowest(x)).toBeLessThan(4);
    }
  });

  it('has an even edge where the parse of its hem is ragged', () => {
    const ragged = halfTucked();
    for (let x = MIDDLE + 10; x < MIDDLE + 60; x++) {
      const hem = WAIST + Math.floor((x - MIDDLE) / 8);
      const pixel = (hem + 1) * SIZE + x;
      if (x % 9 < 3) ragged.parts.data[pixel] = PART['upper-clothes'];
    }
    const front = inFrontOfLower(ragged, waist, createPlane(SIZE, SIZE)).all.data;
    const heights: number[] = [];
    for (let x = MIDDLE + 15; x < MIDDLE + 30; x++) {
      let share = 0;
      for (let y = WAIST - 12; y < SIZE; y++) share += front[y * SIZE + x]!;
      heights.push(share);
    }
    for (const [i, height] of heights.entries()) {
      if (i === 0) continue;
      expect(height - heights[i - 1]!).toBeGreaterThan(-0.3);
      expect(height - heights[i - 1]!).toBeLessThan(1);
    }
  });

  it('is no old trousers above the end of a sleeve beside a top that hides the waistband', () => {
    const person = halfTucked();
    const { parts, regions } = person;
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const y = Math.floor(pixel / SIZE);
      const isSleeve = pixel % SIZE > 170 && y > 125 && y < 160;
      const isTop = y < 115 || isSleeve;
      parts.data[pixel] = PART[isTop ? 'upper-clothes' : 'lower-clothes'];
      regions.upper.data[pixel] = isTop ? 1 : 0;
    }
    const hidden = { ...waist, seen: false };
    const front = inFrontOfLower(person, hidden, createPlane(SIZE, SIZE)).all.data;
    expect(front[112 * SIZE + 100]).toBeGreaterThan(0.9);
    expect(front[120 * SIZE + 180]).toBeLessThan(0.1);
    expect(front[140 * SIZE + 180]).toBeGreaterThan(0.9);
  });

  it('lets no new trousers stand up beside a top whose side slants in above its hem', () => {
    const person = halfTucked();
    const { parts, regions } = person;
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const y = Math.floor(pixel / SIZE);
      const x = pixel % SIZE;
      const isTop = x > 60 && y < 120 && x < 130 + Math.min(8, (120 - y) / 4);
      parts.data[pixel] = isTop ? PART['upper-clothes'] : PART.background;
      regions.upper.data[pixel] = isTop ? 1 : 0;
      regions.background.data[pixel] = isTop ? 0 : 1;
    }
    const hidden = { ...waist, left: 80, middle: 80, right: 80, seen: false };
    const front = inFrontOfLower(person, hidden, createPlane(SIZE, SIZE)).all.data;
    for (const x of [30, 142, 150]) expect(front[112 * SIZE + x], `${x}`).toBe(1);
    // They come out from under the corner little by little.
    for (let x = 140; x < 160; x++) {
      expect(front[(x - 22) * SIZE + x], `${x}`).toBe(1);
      expect(front[(x - 8) * SIZE + x], `${x}`).toBe(0);
    }
  });
});
