import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findKnownLegs } from './known-legs.ts';

const SIZE = 120;
const at = (x: number, y: number) => y * SIZE + x;

/** A leg of 20 pixels' width down the picture's middle, under trousers that end at row 60. */
function standing() {
  const parts = createMask(SIZE, SIZE);
  const distance = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    parts.data.fill(y < 60 ? PART['lower-clothes'] : PART['left-leg'], at(50, y), at(70, y));
    for (let x = 0; x < SIZE; x++) distance[at(x, y)] = Math.abs(x - 60) / 10;
  }
  return { parts, distance };
}

function known({ parts, distance }: ReturnType<typeof standing>) {
  const frame = { torsoLength: 100 };
  return findKnownLegs({ parts, frame } as unknown as PersonAnalysis, { distance }).data;
}

describe('bare legs that are seen clearly', () => {
  it('lie clear of the cloth, its shadow and their own rim', () => {
    const legs = known(standing());
    expect(legs[at(60, 90)]).toBe(255);
    expect(legs[at(60, 63)]).toBe(0);
    expect(legs[at(50, 90)]).toBe(0);
  });

  it('are no scraps beside the legs, such as the shade of a bag', () => {
    const scene = standing();
    for (let y = 10; y < 40; y++) scene.parts.data.fill(PART['right-leg'], at(5, y), at(30, y));
    expect(known(scene)[at(17, 25)]).toBe(0);
  });
});
