import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { skinInLight } from '../skin/skin-line.ts';
import { scrapsAsCloth } from './arm-scraps.ts';
import { distanceFromTop } from './distance-from-top.ts';
import { measureTones } from './limb-tones.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;
const ARM = PART['right-upper-arm'];
const TONE = [75, 9, 16] as const;
const BLACK = [8, 0, 0] as const;

/**
 * Cloth left of column 30, an arm right of it, and a box on the arm of some colour, with black lines at columns;
 * or all rows, where it fades over so many columns.
 */
function labelled(
  [left, right]: readonly [number, number],
  colour: readonly number[],
  armTo = SIZE,
  fade = 1,
  lineEvery = SIZE,
): Uint8Array {
  const parts = createMask(SIZE, SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    const y = (pixel - x) / SIZE;
    parts.data[pixel] =
      x < 30 && (armTo === SIZE || y < 42)
        ? PART['upper-clothes']
        : x < armTo
          ? ARM
          : PART.background;
    const isInRows = x >= left && (fade > 1 || (y >= 40 && y < 60));
    const share = isInRows ? Math.min(1, Math.max(0, (right + fade - 1 - x) / fade)) : 0;
    const own = isInRows && x < right && x % lineEvery === lineEvery - 1 ? BLACK : colour;
    lab.set(
      TONE.map((value, channel) => value + share * (own[channel]! - value)),
      pixel * 3,
    );
  }
  const person = {
    parts,
    lab: { width: SIZE, height: SIZE, data: lab },
    frame: { shoulderWidth: 200 },
  } as unknown as NearbyPerson;
  return scrapsAsCloth(person, distanceFromTop(person), measureTones(person)).parts.data;
}

describe('what the parse has for an arm beside the old top', () => {
  it('is cloth where it is of another colour than the arm', () => {
    expect(labelled([30, 45], [60, -10, -20])[at(36, 50)]).toBe(PART['upper-clothes']);
  });

  it('is cloth where black lines part its colours', () => {
    const parts = labelled([30, 45], [60, -10, -20], SIZE, 1, 4);
    for (let x = 32; x < 43; x++) expect(parts[at(x, 50)]).toBe(PART['upper-clothes']);
  });

  it('is an arm in its own shade and shine', () => {
    expect(labelled([30, 45], skinInLight(TONE, 45))[at(36, 50)]).toBe(ARM);
    expect(labelled([30, 45], skinInLight(TONE, 90))[at(36, 50)]).toBe(ARM);
    expect(labelled([30, 45], [20, 0, -8])[at(36, 50)]).toBe(ARM);
  });

  it("is an arm along its own outline, where it has the wall's colour", () => {
    expect(labelled([30, 45], [60, -10, -20], 45)[at(36, 50)]).toBe(ARM);
  });

  it("is an arm where the cloth's own light on it fades", () => {
    const bounce = [65, 26, 22] as const;
    expect(labelled([30, 40], bounce)[at(36, 50)]).toBe(PART['upper-clothes']);
    expect(labelled([30, 40], bounce, SIZE, 24)[at(36, 50)]).toBe(ARM);
  });

  it('is an arm where the lens alone mixed its rim, and far from the top', () => {
    expect(labelled([30, 32], [60, -10, -20])[at(31, 50)]).toBe(ARM);
    expect(labelled([75, 90], [60, -10, -20])[at(82, 50)]).toBe(ARM);
  });

  it('is a hand of its own tone, however the other hand is lit', () => {
    const other = [45, 22, 34] as const;
    const parts = createMask(SIZE, SIZE);
    const lab = new Float32Array(SIZE * SIZE * 3);
    for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
      const x = pixel % SIZE;
      const isLeft = x >= 65;
      parts.data[pixel] =
        x < 35 ? PART['right-hand'] : isLeft ? PART['left-hand'] : PART['upper-clothes'];
      lab.set(isLeft ? other : TONE, pixel * 3);
    }
    const person = {
      parts,
      lab: { width: SIZE, height: SIZE, data: lab },
      frame: { shoulderWidth: 200 },
    } as unknown as NearbyPerson;
    const found = scrapsAsCloth(person, distanceFromTop(person), measureTones(person)).parts.data;
    expect(found[at(66, 50)]).toBe(PART['left-hand']);
    expect(found[at(33, 50)]).toBe(PART['right-hand']);
  });
});
