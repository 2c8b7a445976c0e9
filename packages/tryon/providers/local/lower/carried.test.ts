import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findCarried, withoutCarried } from './carried.ts';

const SIZE = 120;
const at = (x: number, y: number) => y * SIZE + x;

/** A skirt down to row 50, bare legs below, and at columns 10 to 30 a thing under or far from a hand. */
function carrying(handAt: number): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  const draw = (left: number, right: number, top: number, bottom: number, part: number) => {
    for (let y = top; y < bottom; y++) parts.data.fill(part, at(left, y), at(right, y));
  };
  draw(45, 80, 20, 50, PART['lower-clothes']);
  draw(48, 58, 50, 110, PART['right-leg']);
  draw(66, 76, 50, 110, PART['left-leg']);
  draw(10, 30, 60, 90, PART['lower-clothes']);
  draw(16, 24, handAt, handAt + 10, PART['right-hand']);
  const landmarks = Array.from({ length: 33 }, () => ({ x: 0, y: 0, z: 0, visibility: 1 }));
  for (const [side, x] of [
    ['right', 53],
    ['left', 71],
  ] as const) {
    landmarks[LANDMARK[`${side}-hip`]] = { x, y: 20, z: 0, visibility: 1 };
    landmarks[LANDMARK[`${side}-knee`]] = { x, y: 65, z: 0, visibility: 1 };
    landmarks[LANDMARK[`${side}-ankle`]] = { x, y: 108, z: 0, visibility: 1 };
  }
  return { parts, pose: { landmarks }, frame: { shoulderWidth: 60 } } as unknown as PersonAnalysis;
}

describe('what is carried', () => {
  it('is what hangs below a hand beside bare legs', () => {
    const carried = findCarried(carrying(48), null).data;
    expect(carried[at(20, 75)]).toBeGreaterThan(0.95);
    expect(carried[at(60, 40)]).toBe(0);
    expect(carried[at(38, 75)]).toBe(0);
  });

  it('is nothing that no hand is near', () => {
    expect(findCarried(carrying(5), null).data[at(20, 75)]).toBe(0);
  });

  it('is never part of trousers that cover the legs', () => {
    const person = carrying(48);
    person.parts.data.forEach((part, pixel) => {
      if (part === PART['left-leg'] || part === PART['right-leg']) {
        person.parts.data[pixel] = PART['lower-clothes'];
      }
    });
    expect(Math.max(...findCarried(person, null).data)).toBe(0);
  });

  it('is no trousers beside a hand whose shade was taken for a bit of leg', () => {
    const person = carrying(48);
    person.parts.data.forEach((part, pixel) => {
      if (part === PART['left-leg'] || part === PART['right-leg']) {
        person.parts.data[pixel] = PART['lower-clothes'];
      }
    });
    for (let y = 66; y < 80; y++) person.parts.data.fill(PART['right-leg'], at(28, y), at(34, y));
    expect(Math.max(...findCarried(person, null).data)).toBe(0);
  });

  it('is no lower clothes any more once it is told apart', () => {
    const person = carrying(48);
    const { data } = withoutCarried(person, findCarried(person, null)).parts;
    expect(data[at(20, 75)]).toBe(PART.background);
    expect(data[at(60, 40)]).toBe(PART['lower-clothes']);
  });
});

it('is not the corner of a skirt whose hem slants, though a hand is near', () => {
  const person = carrying(5);
  const draw = (left: number, right: number, top: number, bottom: number, part: number) => {
    for (let y = top; y < bottom; y++) person.parts.data.fill(part, at(left, y), at(right, y));
  };
  draw(60, 80, 50, 62, PART['lower-clothes']);
  draw(82, 90, 48, 60, PART['left-hand']);
  expect(findCarried(person, null).data[at(74, 55)]).toBe(0);
});
