import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { gapsAtArms } from './gaps-at-arms.ts';

const SIZE = { width: 60, height: 20 };
const PIXELS = SIZE.width * SIZE.height;
const SHOULDERS = 100;

/** An arm up to column 20, a dress with a soft edge from column `from` on, old cloth or wall between them. */
function wantedBeside(from: number, wasCloth: boolean): Float32Array {
  const parts = new Uint8Array(PIXELS);
  const cover = new Float32Array(PIXELS);
  const removed = new Float32Array(PIXELS);
  for (let pixel = 0; pixel < PIXELS; pixel++) {
    const x = pixel % SIZE.width;
    if (x < 20) parts[pixel] = PART['right-upper-arm'];
    else if (wasCloth) removed[pixel] = 1;
    cover[pixel] = Math.min(1, Math.max(0, (x - from + 2) / 4));
  }
  const person = { parts: { ...SIZE, data: parts }, frame: { shoulderWidth: SHOULDERS } };
  const plate = {
    removed: { ...SIZE, data: removed },
    kinds: { ...SIZE, data: new Uint8Array(PIXELS) },
  };
  const limbs = { distance: new Float32Array(PIXELS).fill(9) };
  return gapsAtArms(
    person as unknown as PersonAnalysis,
    limbs as unknown as LimbCapsules,
    plate as unknown as CleanPlate,
    { ...SIZE, data: cover },
  );
}

/** How far the middle of such a gap is closed. */
function gapUpTo(from: number, wasCloth: boolean): number {
  return wantedBeside(from, wasCloth)[10 * SIZE.width + Math.round((20 + from) / 2)]!;
}

describe('gapsAtArms', () => {
  it('closes a narrow gap that old cloth filled', () => {
    expect(gapUpTo(25, true)).toBeGreaterThan(0.9);
  });

  it('shows no line of the wall through the soft edge of the dress', () => {
    const wanted = wantedBeside(25, true);
    for (let x = 21; x <= 27; x++) expect(wanted[10 * SIZE.width + x], `${x}`).toBeGreaterThan(0.9);
  });

  it('leaves a gap through which the wall was seen', () => {
    expect(gapUpTo(25, false)).toBe(0);
  });

  it('leaves a wide gap', () => {
    expect(gapUpTo(40, true)).toBe(0);
  });
});
