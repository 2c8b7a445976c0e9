import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';
import { passIntoTrunk } from './bare-trunk-rim.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;
/** Of the neck that lies before the trunk. */
const TRUNK_TO = 60;

/** A neck above row 50, cloth below; hair before columns 20 to 29. */
function passed(part: number): Float32Array {
  const parts = createMask(SIZE, SIZE);
  const trunk = createMask(SIZE, SIZE);
  const hair = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    parts.data[pixel] = pixel >= at(0, 50) ? PART['upper-clothes'] : part;
    if (x < TRUNK_TO) trunk.data[pixel] = 255;
    if (x >= 20 && x < 30) hair.data[pixel] = 1;
  }
  const removed = createPlane(SIZE, SIZE);
  removed.data.fill(0.5);
  const person = {
    parts,
    regions: { hair },
    frame: { shoulderWidth: 200 },
  } as unknown as PersonAnalysis;
  const toCloth = distanceTransform(partMask(parts, (own) => own === PART['upper-clothes']));
  passIntoTrunk(removed, person, trunk, toCloth);
  return removed.data;
}

describe('the rim of neck and trunk beside old cloth', () => {
  it('passes slowly into the own skin, so that no seam shows', () => {
    const removed = passed(PART.neck);
    expect(removed[at(10, 48)]).toBe(1);
    expect(removed[at(10, 41)]).toBeGreaterThan(0.2);
    expect(removed[at(10, 41)]).toBeLessThan(0.8);
    expect(removed[at(10, 37)]).toBe(0);
  });

  it('leaves hair before it, the outline beyond the trunk, and what is no skin of the trunk', () => {
    expect(passed(PART.neck)[at(25, 48)]).toBe(0);
    expect(passed(PART.neck)[at(80, 48)]).toBe(0.5);
    expect(passed(PART.face)[at(10, 48)]).toBe(0.5);
    expect(passed(PART.neck)[at(10, 60)]).toBe(0.5);
  });
});
