import { describe, expect, it } from 'vitest';
import type { TorsoFrame } from '../../../person-analysis.ts';
import { findWaistEdge, waistEdgeAt } from './hidden-waist.ts';

const frame = { torsoLength: 300, shoulderWidth: 180 } as TorsoFrame;

describe('the waist under an old top', () => {
  it('is the waistband where that is seen', () => {
    const edge = findWaistEdge({ top: 240, waistband: 246, isDress: false }, frame);
    expect(edge).toEqual({ below: 246, hidden: false });
    expect(waistEdgeAt(edge, 0.4, 180)).toBe(246);
  });

  it('lies well above the hem of a top that hangs over it', () => {
    for (const waistband of [310, 390, null]) {
      const edge = findWaistEdge({ top: 305, waistband, isDress: false }, frame);
      expect(edge.hidden).toBe(true);
      expect(edge.below).toBeGreaterThan(230);
      expect(edge.below).toBeLessThan(275);
    }
  });

  it('rises evenly to both sides of the belly where it is drawn', () => {
    const edge = findWaistEdge({ top: 305, waistband: 310, isDress: false }, frame);
    const middle = waistEdgeAt(edge, 0, 180);
    expect(waistEdgeAt(edge, 0.4, 180)).toBeLessThan(middle);
    expect(waistEdgeAt(edge, -0.4, 180)).toBe(waistEdgeAt(edge, 0.4, 180));
  });
});
