import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { ArmJoints } from '../../../stages/warp/body/body-side.ts';
import { measureHandSection } from './hand-section.ts';

const SIZE = 100;

/** A hand from row 60 on, 15 pixels to either side of column 54, under a sleeve that may lie aslant. */
function handUnderSleeve(slope = 0): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 39; x <= 69; x++) {
      parts.data[y * SIZE + x] =
        y < 60 - slope * (x - 54) ? PART['upper-clothes'] : PART['left-hand'];
    }
  }
  return { parts, frame: { shoulderWidth: 150 } } as unknown as PersonAnalysis;
}

function armTo(knuckles: number): ArmJoints {
  return { wrist: { x: 50, y: 45 }, knuckles: { x: 50, y: knuckles } } as unknown as ArmJoints;
}

describe('the visible section of a hand', () => {
  it('lies just below the end of the sleeve, as wide as the hand and in its middle', () => {
    const section = measureHandSection(handUnderSleeve(), armTo(75));
    expect(section?.radius).toBeCloseTo(16, 0);
    expect(section?.x).toBeCloseTo(54, 0);
    expect(section!.y).toBeGreaterThanOrEqual(59.5);
    expect(section!.y).toBeLessThan(67);
  });

  it('is the whole hand’s, not the corner that an aslant cuff leaves free', () => {
    const section = measureHandSection(handUnderSleeve(0.3), armTo(85));
    expect(section!.y - 60).toBeGreaterThan(0.3 * 15);
    expect(section?.radius).toBeCloseTo(16, 0);
  });

  it('is none where the sleeve hides the whole hand', () => {
    expect(measureHandSection(handUnderSleeve(), armTo(58))).toBeNull();
  });
});
