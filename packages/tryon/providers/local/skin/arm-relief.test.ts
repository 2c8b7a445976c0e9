import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armBrightness, armRedness } from './arm-relief.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const elbow = fc.double({ min: 0.4, max: 0.65, noNaN: true });
const inward = fc.double({ min: -1.5, max: 1.5, noNaN: true });

describe("an arm's relief", () => {
  it('is slight, and has no steps', () => {
    fc.assert(
      fc.property(share, elbow, inward, (along, bend, across) => {
        const place = [along, bend, across] as const;
        const beside = [Math.min(1, along + 0.002), bend, across + 0.01] as const;
        expect(Math.abs(armBrightness(...place) - 1)).toBeLessThan(0.08);
        expect(Math.abs(armRedness(...place))).toBeLessThan(1.5);
        expect(Math.abs(armBrightness(...beside) - armBrightness(...place))).toBeLessThan(0.01);
        expect(Math.abs(armRedness(...beside) - armRedness(...place))).toBeLessThan(0.2);
      }),
    );
  });

  it('has the shoulder in the light and the hollow of the elbow in shade, wherever that is', () => {
    expect(armBrightness(0, 0.5, 0)).toBeGreaterThan(1.04);
    for (const bend of [0.42, 0.5, 0.6]) {
      const hollow = armBrightness(bend * 0.96, bend, 0);
      expect(hollow).toBeLessThan(0.965);
      expect(armBrightness(bend * 0.7, bend, 0)).toBeGreaterThan(hollow + 0.03);
      expect(armBrightness(bend, bend, -0.8)).toBeGreaterThan(hollow + 0.04);
    }
  });
});
