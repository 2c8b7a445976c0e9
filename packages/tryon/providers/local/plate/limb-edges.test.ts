import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import { BEHIND } from './behind-cloth.ts';
import { refineLimbEdges } from './limb-edges.ts';
import { softKind } from './soft-kind.ts';

const SIZE = 80;

/** A slender arm that slants by one pixel in ten, and what lies around it. */
function slantingArm(around: number = BEHIND.background) {
  const capsules = createCapsules({ width: SIZE, height: SIZE });
  const end = (x: number, y: number, along: number) => ({ x, y, radius: 8, along });
  drawCapsule(capsules, end(36, -10, 0), end(46, 90, 1), 0);
  const kinds = createMask(SIZE, SIZE);
  kinds.data.forEach((_, i) => {
    kinds.data[i] = capsules.distance[i]! < 1 ? BEHIND.arm : around;
  });
  const share = softKind(kinds, [BEHIND.arm]);
  const beside = softKind(kinds, [around]);
  return { capsules, kinds, share, beside };
}

/** Where the arm's left edge lies in each row: what is missing of whole pixels counts in part. */
function leftEdge(share: Float32Array): number[] {
  return Array.from({ length: 40 }, (_, i) => {
    const row = share.subarray((20 + i) * SIZE, (20 + i) * SIZE + 42);
    return 42 - row.reduce((sum, value) => sum + value, 0);
  });
}

/** The largest departure from an even slant. */
function unevenness(edge: readonly number[]): number {
  const slope = (edge.at(-1)! - edge[0]!) / (edge.length - 1);
  return Math.max(...edge.map((place, i) => Math.abs(place - edge[0]! - slope * i)));
}

describe('edges of drawn limbs', () => {
  it('slant evenly where whole pixels go in steps', () => {
    const { capsules, kinds, share, beside } = slantingArm();
    expect(unevenness(leftEdge(share))).toBeGreaterThan(0.25);
    refineLimbEdges(share, beside, kinds, BEHIND.arm, capsules);
    expect(unevenness(leftEdge(share))).toBeLessThan(0.1);
    for (let pixel = 0; pixel < share.length; pixel++) {
      if (Math.floor(pixel / SIZE) > 4 && Math.floor(pixel / SIZE) < 75) {
        expect(share[pixel]! + beside[pixel]!).toBeCloseTo(1, 4);
      }
    }
  });

  it('run as evenly where skin is seen to reach further than the outline', () => {
    const { capsules, kinds } = slantingArm();
    kinds.data.forEach((_, i) => {
      if (capsules.distance[i]! < 1.25) kinds.data[i] = BEHIND.arm;
    });
    const share = softKind(kinds, [BEHIND.arm]);
    const before = leftEdge(share);
    expect(unevenness(before)).toBeGreaterThan(0.25);
    refineLimbEdges(share, softKind(kinds, [BEHIND.background]), kinds, BEHIND.arm, capsules);
    leftEdge(share).forEach((place, row) => {
      expect(Math.abs(place - before[row]!)).toBeLessThan(0.4);
    });
    expect(unevenness(leftEdge(share))).toBeLessThan(0.1);
  });

  it('stay as they are against anything but the backdrop', () => {
    const { capsules, kinds, share, beside } = slantingArm(BEHIND.trunk);
    const before = share.slice();
    refineLimbEdges(share, beside, kinds, BEHIND.arm, capsules);
    expect(share).toEqual(before);
  });
});
