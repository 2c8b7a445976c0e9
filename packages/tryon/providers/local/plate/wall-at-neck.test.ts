import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { SeenBackdrop } from '../backdrop/seen-backdrop.ts';
import { BEHIND } from './behind-cloth.ts';
import { fillFromRegion } from './region-fill.ts';
import { keepWallAtNeck } from './wall-at-neck.ts';

const SIZE = 100;
const WALL = 220;
const at = (x: number, y: number) => y * SIZE + x;

/** A wall with a darker neck from column 40 to 60; skin is to be drawn from column 30 to 70. */
function kindsAt(part: number, isBusy = false): Uint8Array {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(WALL) };
  const kinds = createMask(SIZE, SIZE);
  const known = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    picture.data.fill(120, at(40, y) * 3, at(60, y) * 3);
    known.data.fill(255, at(0, y), at(30, y));
    kinds.data.fill(BEHIND.trunk, at(30, y), at(65, y));
    kinds.data.fill(BEHIND.arm, at(65, y), at(70, y));
  }
  const parts = createMask(SIZE, SIZE, part);
  const frame = {
    shoulderMiddle: { x: 50, y: 50 },
    shoulderWidth: 100,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const person = { picture, parts, frame } as unknown as PersonAnalysis;
  const busyness = isBusy ? { width: 25, height: 25, data: new Float32Array(625).fill(9) } : null;
  const seen: SeenBackdrop = { smooth: fillFromRegion(picture, known)!, busyness };
  keepWallAtNeck(kinds, person, seen);
  return kinds.data;
}

describe('the wall beside a neck', () => {
  it('stays the wall where the photo shows it, and skin where it does not', () => {
    const kinds = kindsAt(PART.background);
    expect(kinds[at(34, 30)]).toBe(BEHIND.background);
    expect(kinds[at(67, 30)]).toBe(BEHIND.background);
    expect(kinds[at(50, 30)]).toBe(BEHIND.trunk);
  });

  it('may be a pale top below the shoulders, or where a top was seen', () => {
    expect(kindsAt(PART.background)[at(34, 80)]).toBe(BEHIND.trunk);
    expect(kindsAt(PART['upper-clothes'])[at(34, 30)]).toBe(BEHIND.trunk);
  });

  it('is not known before a busy backdrop', () => {
    expect(kindsAt(PART.background, true)[at(34, 30)]).toBe(BEHIND.trunk);
  });
});
