import { describe, expect, it } from 'vitest';
import { taperToHand } from './hand-taper.ts';

/** An arm straight down along column 50, 10 pixels thick to each side. */
const ARM = Array.from({ length: 12 }, (_, i) => ({ x: 50, y: i * 10, radius: 10, along: i / 11 }));
const HAND = { x: 58, y: 120, radius: 24, along: 1 };

describe('an arm that ends in a wider hand', () => {
  it('widens towards it step by step, and moves to its middle', () => {
    const stations = taperToHand(ARM, HAND);
    for (let i = 1; i < stations.length; i++) {
      expect(stations[i]!.radius).toBeGreaterThanOrEqual(stations[i - 1]!.radius);
      expect(stations[i]!.x).toBeGreaterThanOrEqual(stations[i - 1]!.x);
    }
    expect(stations.at(-1)!.radius).toBeGreaterThan(20);
    expect(stations.at(-1)!.x).toBeGreaterThan(55);
  });

  it('stays as it is further up, and stays on its way', () => {
    const stations = taperToHand(ARM, HAND);
    expect(stations.slice(0, 6)).toEqual(ARM.slice(0, 6));
    for (const [i, station] of stations.entries()) expect(station.y).toBeCloseTo(ARM[i]!.y);
  });

  it('never gets slimmer than it is', () => {
    expect(taperToHand(ARM, { ...HAND, radius: 8 })).toEqual(ARM);
  });

  it('leaves alone what lies beyond the hand’s visible section', () => {
    expect(taperToHand(ARM, { ...HAND, y: 85 }).slice(9)).toEqual(ARM.slice(9));
  });
});
