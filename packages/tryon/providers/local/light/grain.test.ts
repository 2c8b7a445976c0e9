import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../seeded-random.ts';
import { createGrain, measureGrain } from './grain.ts';

describe('createSeededRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 4 }, createSeededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7)[0]).toBeCloseTo(0.0117, 3);
  });

  it('stays within 0 and 1 and fills the range evenly', () => {
    const random = createSeededRandom(3);
    let sum = 0;
    for (let i = 0; i < 5000; i++) {
      const value = random();
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      sum += value;
    }
    expect(sum / 5000).toBeCloseTo(0.5, 1);
  });
});

describe('grain', () => {
  const everywhere = { width: 96, height: 96, data: new Uint8Array(96 * 96).fill(255) };

  it('measures the deviation of the noise it made', () => {
    const grain = createGrain(96, 96, 4, createSeededRandom(1)).data;
    const data = new Uint8Array(96 * 96 * 3);
    for (let i = 0; i < grain.length; i++) data.fill(Math.round(128 + grain[i]!), i * 3, i * 3 + 3);
    const measured = measureGrain({ width: 96, height: 96, data }, everywhere);
    expect(measured).toBeGreaterThan(3.2);
    expect(measured).toBeLessThan(4.8);
  });

  it('finds next to none in a smooth ramp', () => {
    const data = Uint8Array.from({ length: 96 * 96 * 3 }, (_, i) => Math.floor(i / 3) % 96);
    expect(measureGrain({ width: 96, height: 96, data }, everywhere)).toBeLessThan(0.3);
  });
});
