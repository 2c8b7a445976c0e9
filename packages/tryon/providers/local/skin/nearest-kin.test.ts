import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestKin } from './nearest-kin.ts';

const kin = fc.record({
  weight: fc.double({ min: 0, max: 1, noNaN: true }),
  distance: fc.double({ min: 0, max: 500, noNaN: true }),
});

describe('skin of arm and trunk that tells of one place', () => {
  it('counts as much as it would alone where the other tells nothing', () => {
    const near = { weight: 0.7, distance: 12 };
    const none = { weight: 0, distance: 3 };
    expect(nearestKin(near, none)).toEqual({ armWeight: 0.7, trunkWeight: 0 });
    expect(nearestKin(none, near)).toEqual({ armWeight: 0, trunkWeight: 0.7 });
  });

  it('is nearly all of the trunk beside the trunk, though an arm is not far', () => {
    const { armWeight, trunkWeight } = nearestKin(
      { weight: 1, distance: 20 },
      { weight: 1, distance: 2 },
    );
    expect(trunkWeight).toBeGreaterThan(0.95);
    expect(armWeight).toBeLessThan(0.05);
  });

  it('never counts more than once', () => {
    fc.assert(
      fc.property(kin, kin, (arm, trunk) => {
        const { armWeight, trunkWeight } = nearestKin(arm, trunk);
        expect(armWeight).toBeGreaterThanOrEqual(0);
        expect(trunkWeight).toBeGreaterThanOrEqual(0);
        expect(armWeight + trunkWeight).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
