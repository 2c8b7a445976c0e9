import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GarmentSide } from '../../../garment-analysis.ts';
import { shoulderStations } from './shoulder-stations.ts';
import type { TorsoMeasures } from './torso-measures.ts';

const WIDTH = 200;

/** A side whose collar and tip lie so far from the middle, in shoulder widths. */
function stationsOf(collar: number, tip: number, values: Partial<TorsoMeasures> = {}) {
  const side = { collar: { x: collar * WIDTH, y: 0 }, tip: { x: tip * WIDTH, y: 0 } };
  const measures = { scale: 1, tipMiddle: 0, tipStation: 0.45, ...values } as TorsoMeasures;
  return shoulderStations(side as GarmentSide, measures, WIDTH);
}

describe('stations of collar and tip', () => {
  it('are a usual collar at its own place and the tip at the end of the shoulder', () => {
    expect(stationsOf(0.24, 0.45)).toEqual({ collarAt: 0.24, tipAt: 0.45 });
  });

  it('keep the collar of a tight neck beside the neck', () => {
    expect(stationsOf(0.05, 0.45).collarAt).toBeCloseTo(0.19);
  });

  it('draw a wide neckline together, and its tip with it', () => {
    const { collarAt, tipAt } = stationsOf(0.54, 0.54);
    expect(collarAt).toBeLessThan(0.4);
    expect(tipAt).toBe(collarAt);
  });

  it('leave straps and off-shoulder tops where they are', () => {
    for (const kind of [{ sleeveless: true }, { offShoulder: true }]) {
      expect(stationsOf(0.44, 0.45, kind)).toEqual({ collarAt: 0.44, tipAt: 0.45 });
    }
  });

  it('lie in order, and a wider neckline is never worn narrower', () => {
    const station = fc.double({ min: 0, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(station, station, station, (one, two, tip) => {
        const narrow = stationsOf(Math.min(one, two), Math.max(tip, one, two));
        const wide = stationsOf(Math.max(one, two), Math.max(tip, one, two));
        expect(wide.collarAt).toBeGreaterThanOrEqual(narrow.collarAt - 1e-9);
        expect(narrow.tipAt).toBeGreaterThanOrEqual(narrow.collarAt);
        expect(narrow.tipAt).toBeLessThanOrEqual(0.45);
      }),
    );
  });
});
