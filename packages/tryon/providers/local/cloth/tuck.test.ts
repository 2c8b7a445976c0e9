import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { followWaistband } from '../body/waistband.ts';
import { cutAtWaistband } from './tuck.ts';

const SIZE = 120;
const HEM = 60;
const STRING = 50;
const SLEEVE = 100;

/** Here the old top hangs lower. */
const HANGING = { from: 70, to: 90, by: 5 };
/** A speck of old cloth on the skin. */
const SPECK = 40;

/**
 * A top that ends at row 60, or a little lower between two columns, with a string of three columns and a
 * sleeve right of column 100 that hang on; trousers below.
 */
function personWithString(): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  const lower = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const by = x >= HANGING.from && x < HANGING.to ? HANGING.by : 0;
      const isTop = y < HEM + by || x > SLEEVE || (Math.abs(x - STRING) <= 1 && y < HEM + 20);
      parts.data[y * SIZE + x] = PART[isTop ? 'upper-clothes' : 'lower-clothes'];
      lower.data[y * SIZE + x] = isTop ? 0 : 1;
    }
  }
  const frame = {
    shoulderMiddle: { x: 60, y: 0 },
    shoulderWidth: 100,
    torsoLength: 120,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  return { frame, parts, regions: { lower } } as unknown as PersonAnalysis;
}

/** The new top's opacity after it was cut, by place. */
function cut(isOldHem: boolean) {
  const alpha = createPlane(SIZE, SIZE, 1);
  const trunk = createMask(SIZE, SIZE);
  trunk.data.fill(255);
  const person = personWithString();
  const edge = { below: HEM - 5, slope: 0 };
  cutAtWaistband(alpha, person, trunk, followWaistband(person, edge, isOldHem));
  return (x: number, y: number) => alpha.data[y * SIZE + x]!;
}

describe('cutting at the waistband', () => {
  it('ends where the old top ended, without the strings that hung from it', () => {
    const at = cut(true);
    expect(at(97, HEM - 2)).toBe(1);
    expect(at(97, HEM + 2)).toBe(0);
    expect(at(STRING, HEM + 6)).toBeLessThan(0.1);
  });

  it('hangs over the lower clothes where the old top did, but not beside them, where the cloth is an old sleeve', () => {
    const at = cut(true);
    expect(at(80, HEM + 3)).toBe(1);
    expect(at(80, HEM + HANGING.by + 1)).toBe(0);
    expect(at(110, HEM + 12)).toBe(0);
  });

  /** The new top's opacity where lower clothes are seen everywhere, though the parse has them below a row by column. */
  function cutOverHip(beginAt: (x: number) => number, slope = 0, share = 1) {
    const alpha = createPlane(SIZE, SIZE, 1);
    const person = personWithString();
    person.regions.lower.data.fill(share);
    person.parts.data.forEach((_, pixel) => {
      const isLower = Math.floor(pixel / SIZE) >= beginAt(pixel % SIZE);
      person.parts.data[pixel] = PART[isLower ? 'lower-clothes' : 'upper-clothes'];
    });
    const edge = { below: HEM, slope };
    cutAtWaistband(alpha, person, createMask(SIZE, SIZE), followWaistband(person, edge, false));
    return (x: number, y: number) => alpha.data[y * SIZE + x]!;
  }

  it('gives way to lower clothes of which the parse knows nothing only near a waistband, with its slant, and softly', () => {
    const at = cutOverHip(() => SIZE, 0.2);
    // At the body's middle, and where the edge has fallen by four pixels.
    for (const [x, edge] of [
      [60, HEM],
      [80, HEM + 4],
    ] as const) {
      expect(at(x, edge - 12)).toBe(1);
      expect(at(x, edge - 10)).toBeCloseTo(0.5);
      expect(at(x, edge - 8)).toBe(0);
    }
  });

  it('gives way to trousers that rise over a hip, not to a strip of wall beside it', () => {
    const at = cutOverHip((x) => (x < 30 ? HEM - 20 : x > 80 && x < 86 ? HEM - 20 : HEM));
    expect(at(20, HEM - 18)).toBe(0);
    expect(at(20, HEM - 24)).toBe(1);
    expect(at(60, HEM - 18)).toBe(1);
    expect(at(83, HEM - 18)).toBe(1);
  });

  it('ends beside the lower clothes where they begin there, however their line slants', () => {
    const at = cutOverHip((x) => (x < 20 ? SIZE : HEM - 4), -0.2, 0);
    expect(at(15, HEM - 8)).toBe(1);
    expect(at(15, HEM - 1)).toBe(0);
  });

  it('goes down to lower clothes that begin below their line beside them too', () => {
    const at = cutOverHip((x) => (x < 20 ? SIZE : HEM + 6), 0, 0);
    expect(at(18, HEM + 3)).toBe(1);
    expect(at(18, HEM + 9)).toBe(0);
  });

  it('ends along a waistband without the teeth of a parse', () => {
    const at = cutOverHip((x) => HEM + (x % 16 < 4 ? 2 : 0));
    for (let x = 40; x < 60; x++) {
      expect(at(x, HEM - 2)).toBe(1);
      expect(at(x, HEM + 1)).toBe(0);
    }
  });

  /** The new top's opacity where skin is seen above a waistband that dips in its middle columns. */
  function cutOverBelly(isOldHem: boolean) {
    const alpha = createPlane(SIZE, SIZE, 1);
    const trunk = createMask(SIZE, SIZE);
    trunk.data.fill(255);
    const person = personWithString();
    person.regions.lower.data.fill(0);
    person.parts.data.forEach((_, pixel) => {
      const x = pixel % SIZE;
      const isLower = (pixel - x) / SIZE >= (x > 30 && x < 70 ? HEM + 10 : HEM);
      person.parts.data[pixel] = PART[isLower ? 'lower-clothes' : 'torso-skin'];
      if (isLower) person.regions.lower.data[pixel] = 1;
    });
    person.parts.data[(HEM - 4) * SIZE + SPECK] = PART['upper-clothes'];
    const edge = { below: HEM, slope: 0 };
    cutAtWaistband(alpha, person, trunk, followWaistband(person, edge, isOldHem));
    return (x: number, y: number) => alpha.data[y * SIZE + x]!;
  }

  it('covers the skin above a waistband that dips, whatever the old top did, and has no holes at specks of it', () => {
    for (const isOldHem of [true, false]) {
      const at = cutOverBelly(isOldHem);
      expect(at(50, HEM + 8)).toBe(1);
      expect(at(50, HEM + 11)).toBe(0);
      expect(at(20, HEM + 2)).toBe(0);
      for (let x = SPECK - 2; x <= SPECK + 2; x++) expect(at(x, HEM - 4)).toBe(1);
    }
  });

  it('ends at the waistband where the old top hung over it', () => {
    const at = cut(false);
    expect(at(97, HEM - 10)).toBe(1);
    expect(at(STRING, HEM + 6)).toBe(0);
  });
});
