import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import { describe, expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { applyOverlay, createOverlay } from '../overlay.ts';
import { partMask } from '../part-mask.ts';
import { removeBounce } from './cloth-bounce.ts';

const SIZE = 80;
const SKIN = [205, 165, 140];

/** Cloth up to column 30, then skin that it makes red up to column 40. */
function beside(cloth: readonly number[]): NearbyPerson {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const parts = createMask(SIZE, SIZE);
  const skin = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    picture.data.set(x < 30 ? cloth : x < 40 ? [215, 120, 105] : SKIN, pixel * 3);
    parts.data[pixel] = x < 30 ? PART['upper-clothes'] : PART['left-forearm'];
    skin.data[pixel] = x < 30 ? 0 : 1;
  }
  const lab = rgbToLab(picture);
  const far = (SIZE - 1) * 3;
  const skinTone = [lab.data[far]!, lab.data[far + 1]!, lab.data[far + 2]!];
  return {
    picture,
    lab,
    parts,
    skinTone,
    regions: { skin },
    frame: { shoulderWidth: 150 },
  } as unknown as NearbyPerson;
}

function after(cloth: readonly number[]) {
  const person = beside(cloth);
  const overlay = createOverlay(person.picture);
  removeBounce(overlay, person, distanceTransform(partMask(person.parts, isTop)));
  return { before: person.lab.data, lab: rgbToLab(applyOverlay(person.picture, overlay)).data };
}
const isTop = (part: number) => part === PART['upper-clothes'];
const at = (x: number) => (40 * SIZE + x) * 3;

describe('light that old cloth throws on skin', () => {
  it('goes, and leaves light and shade as they are', () => {
    const { before, lab } = after([210, 20, 30]);
    expect(lab[at(35) + 1]!).toBeLessThan(before[at(35) + 1]! - 8);
    expect(Math.abs(lab[at(35)]! - before[at(35)]!)).toBeLessThan(1);
  });

  it('is not looked for on skin of its own tone', () => {
    const { before, lab } = after([210, 20, 30]);
    expect([...lab.slice(at(60), at(60) + 3)]).toEqual([...before.slice(at(60), at(60) + 3)]);
  });

  it('is none of blue cloth when the skin is red', () => {
    const { before, lab } = after([20, 40, 200]);
    expect([...lab.slice(at(35), at(35) + 3)]).toEqual([...before.slice(at(35), at(35) + 3)]);
  });
});
