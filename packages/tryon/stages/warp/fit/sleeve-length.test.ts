import { describe, expect, it } from 'vitest';
import type { GarmentSide, Sleeve, UpperBodyGarment } from '../../../garment-analysis.ts';
import { isLongSleeve, tipToCuff } from './sleeve-length.ts';

/** A garment of height 100 and the side of it whose sleeve hangs at an angle, its tip at the top. */
function sideOf(length: number, angle: number) {
  const axis = { x: Math.sin(angle), y: Math.cos(angle) };
  const sleeve: Sleeve = { origin: { x: 0, y: 15 }, axis, length, slices: [] };
  const side = { sleeve, tip: { x: 0, y: 0 } } as GarmentSide;
  return { garment: { top: 0, hem: 100, waist: null } as UpperBodyGarment, side };
}

describe('the length of a sleeve', () => {
  it('is measured from the shoulder tip, which lies above the middle of the armhole', () => {
    expect(tipToCuff(sideOf(40, 0).side)).toBeCloseTo(55);
    expect(tipToCuff({ ...sideOf(40, 0).side, sleeve: null })).toBe(0);
  });

  it('reaches the wrist when it is nearly as long as the garment, spread out or hanging', () => {
    for (const angle of [0, 1.2]) {
      const { garment, side } = sideOf(92, angle);
      expect(isLongSleeve(garment, side)).toBe(true);
    }
  });

  it('ends below the elbow when its cuff hangs clearly above the hem', () => {
    const { garment, side } = sideOf(70, 0.1);
    expect(isLongSleeve(garment, side)).toBe(false);
  });

  it('reaches the wrist with a short sleeve whose cuff lies beside the hem of a wide top', () => {
    const { garment, side } = sideOf(80, 0.1);
    expect(isLongSleeve(garment, side)).toBe(true);
  });
});
