import { describe, expect, it } from 'vitest';
import { aboveRib } from './find-rib.ts';
import type { NecklineCurve } from './neckline-shape.ts';

const HEIGHT = 1000;
const LINE = {
  left: { x: 0, y: 0 },
  right: { x: 200, y: 0 },
  shape: { power: 2, root: 0.6, insetLeft: 0, insetRight: 0 },
  depth: 90,
  strength: 12,
};

/** An edge of some strength at a depth, on top of the clearer one at 90 pixels that is blurred over 6. */
const edgeAt = (depth: number, strength: number) => (curve: NecklineCurve) =>
  Math.max(
    12 - 2 * Math.max(0, Math.abs(curve.depth - 90) - 6),
    strength - Math.abs(curve.depth - depth),
    1,
  );

describe('the neckband above a clear edge', () => {
  it('begins where a fainter edge runs along it', () => {
    const found = aboveRib(LINE, { stepOf: edgeAt(70, 5), spreadOf: () => 2 }, HEIGHT);
    expect(Math.abs(found.depth - 70)).toBeLessThanOrEqual(1);
    expect(found.strength).toBeGreaterThan(3);
  });

  it('is none with a label on it, when the edge is faint, or where the back collar lies', () => {
    const unchanged = [
      aboveRib(LINE, { stepOf: edgeAt(70, 5), spreadOf: () => 12 }, HEIGHT),
      aboveRib(LINE, { stepOf: edgeAt(70, 2.5), spreadOf: () => 2 }, HEIGHT),
      aboveRib({ ...LINE, depth: 45 }, { stepOf: edgeAt(25, 5), spreadOf: () => 2 }, HEIGHT),
    ];
    expect(unchanged.map(({ depth }) => depth)).toEqual([90, 90, 45]);
  });
});
