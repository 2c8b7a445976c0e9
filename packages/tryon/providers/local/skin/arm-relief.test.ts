import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armRelief } from './arm-relief.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const elbow = fc.double({ min: 0.4, max: 0.65, noNaN: true });
const inward = fc.double({ min: -1.5, max: 1.5, noNaN: true });

describe("an arm's relief", () => {
  it('is slight, and has no steps', () => {
    fc.assert(
      fc.property(share, elbow, inward, (along, bend, across) => {
        const here = armRelief(along, bend, across);
        expect(Math.abs(here.brightness - 1)).toBeLessThan(0.08);
        expect(Math.abs(here.redness)).toBeLessThan(1.5);
        const beside = armRelief(Math.min(1, along + 0.002), bend, across + 0.01);
        expect(Math.abs(beside.brightness - here.brightness)).toBeLessThan(0.005);
        expect(Math.abs(beside.redness - here.redness)).toBeLessThan(0.1);
      }),
    );
  });

  it('has the shoulder in the light and the hollow of the elbow in shade, wherever that is', () => {
    expect(armRelief(0, 0.5, 0).brightness).toBeGreaterThan(1.04);
    for (const bend of [0.42, 0.5, 0.6]) {
      const hollow = armRelief(bend * 0.96, bend, 0).brightness;
      expect(hollow).toBeLessThan(0.965);
      expect(armRelief(bend * 0.7, bend, 0).brightness).toBeGreaterThan(hollow + 0.03);
      expect(armRelief(bend, bend, -0.8).brightness).toBeGreaterThan(hollow + 0.04);
    }
  });
});
