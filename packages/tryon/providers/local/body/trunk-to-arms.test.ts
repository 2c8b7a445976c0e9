import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from './capsules.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { reachToArms } from './trunk-to-arms.ts';

const SIZE = 120;
const SHOULDERS = 10;
const HEM = 90;
const ARM_FROM = 80;

/** A trunk up to a column, an arm in a sleeve from column 80 on, and between them old cloth or the wall. */
function reached(trunkTo: number, between: number, until = SIZE, dips: Uint8Array | null = null) {
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25).fill(1) };
  const limbs: LimbCapsules = {
    ...createCapsules({ width: SIZE, height: SIZE }),
    outlines: [outline, outline],
    elbows: [0.5, 0.5],
  };
  const x = ARM_FROM + 10;
  drawCapsule(
    limbs,
    { x, y: 0, radius: 10.5, along: 0 },
    { x, y: SIZE, radius: 10.5, along: 1 },
    1,
  );
  const trunk = createMask(SIZE, SIZE);
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    const row = y * SIZE;
    trunk.data.fill(255, row + 30, row + trunkTo);
    parts.data.fill(y < HEM ? between : PART['lower-clothes'], row + trunkTo, row + ARM_FROM);
  }
  const person = {
    parts,
    frame: {
      shoulderMiddle: { x: 55, y: SHOULDERS },
      shoulderWidth: 100,
      torsoLength: 80,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
  reachToArms(trunk, person, limbs, { below: until, slope: 0 }, dips);
  return (column: number, y: number) => trunk.data[y * SIZE + column] !== 0;
}

describe('a trunk beside arms', () => {
  it('reaches to them where the old top filled a narrow strip between, down to its hem', () => {
    const at = reached(70, PART['upper-clothes']);
    for (const y of [40, 60, HEM - 1])
      for (let x = 70; x < ARM_FROM; x++) expect(at(x, y)).toBe(true);
    expect(at(75, HEM + 2)).toBe(false);
  });

  it('stays as it is below a new top that ends higher', () => {
    const at = reached(70, PART['upper-clothes'], 40);
    expect(at(75, SHOULDERS + 38)).toBe(true);
    expect(at(75, SHOULDERS + 42)).toBe(false);
  });

  it('reaches to them below the line of a waistband that dips', () => {
    const dips = new Uint8Array(SIZE * SIZE).fill(1);
    const at = reached(70, PART['upper-clothes'], 40, dips);
    expect(at(75, SHOULDERS + 42)).toBe(true);
    expect(at(75, HEM + 2)).toBe(false);
  });

  it('stays as it is where the wall is seen between, or a wide strip of cloth', () => {
    expect(reached(70, PART.background)(75, 50)).toBe(false);
    expect(reached(55, PART['upper-clothes'])(57, 50)).toBe(false);
  });
});
