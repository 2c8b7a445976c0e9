import { describe, expect, it } from 'vitest';
import { boundaryCosts, cutRegions } from './region-cut.ts';

/** A grey strip whose right half is brighter. */
function strip(width: number, height: number, edge: number) {
  const data = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) data[i * 3] = i % width < edge ? 30 : 80;
  return { width, height, data };
}

/** Costs of two labels; label 0 is free left of a column, label 1 right of it. */
function twoCosts(width: number, height: number, divide: number, strength: number) {
  const count = width * height;
  const costs = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) costs[(i % width < divide ? 1 : 0) * count + i] = strength;
  return costs;
}

describe('cutRegions', () => {
  it('moves a weakly supported boundary to the edge in the picture', () => {
    const labels = new Uint8Array(12 * 6).map((_, i) => (i % 12 < 4 ? 0 : 1));
    cutRegions(twoCosts(12, 6, 4, 0.3), boundaryCosts(strip(12, 6, 6)), labels, [0, 1]);
    expect([...labels.subarray(0, 12)]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it('leaves a strongly supported boundary where the costs put it', () => {
    const labels = new Uint8Array(12 * 6).map((_, i) => (i % 12 < 4 ? 0 : 1));
    cutRegions(twoCosts(12, 6, 4, 6), boundaryCosts(strip(12, 6, 6)), labels, [0, 1]);
    expect([...labels.subarray(0, 12)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('removes a lone pixel that only its own colour speaks for', () => {
    const costs = twoCosts(7, 7, 7, 2);
    costs[24] = 2;
    costs[49 + 24] = 0;
    const labels = new Uint8Array(49);
    labels[24] = 1;
    cutRegions(costs, boundaryCosts(strip(7, 7, 7)), labels, [0, 1]);
    expect(labels.every((label) => label === 0)).toBe(true);
  });

  it('never raises the total cost with three labels', () => {
    const width = 9;
    const height = 8;
    const count = width * height;
    const costs = Float32Array.from({ length: 3 * count }, (_, i) => ((i * 37) % 19) / 4);
    const boundary = boundaryCosts(strip(width, height, 5));
    const labels = Uint8Array.from({ length: count }, (_, i) => (i * 5) % 3);
    const total = () => {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        sum += costs[labels[i]! * count + i]!;
        if (i % width < width - 1 && labels[i] !== labels[i + 1]) sum += boundary.right[i]!;
        if (i + width < count && labels[i] !== labels[i + width]) sum += boundary.down[i]!;
      }
      return sum;
    };
    let before = total();
    for (const label of [0, 1, 2, 0, 1, 2]) {
      cutRegions(costs, boundary, labels, [label]);
      const after = total();
      expect(after).toBeLessThanOrEqual(before + 1e-3);
      before = after;
    }
  });
});
