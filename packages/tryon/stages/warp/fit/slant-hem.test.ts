import { describe, expect, it } from 'vitest';
import type { Constraint } from '../mesh/constraint.ts';
import type { OldHem } from './fit.ts';
import { hangsAlike, hemSlope, slantHem } from './slant-hem.ts';

const frame = {
  shoulderMiddle: { x: 100, y: 0 },
  hipMiddle: { x: 100, y: 200 },
  shoulderWidth: 100,
  torsoLength: 200,
  down: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
};
const OLD: OldHem = { top: 210, waistband: 212, isDress: false, slope: 0.1 };

describe('a top that hangs as low as the old one', () => {
  it('falls to one side as that did', () => {
    expect(hemSlope({ hem: 212, tuckedAt: null }, OLD)).toBe(0.1);
    expect(hangsAlike({ hem: 230, tuckedAt: null }, OLD)).toBe(true);
  });

  it('is none that is tucked in, ends higher up, or goes over a dress', () => {
    expect(hemSlope({ hem: 212, tuckedAt: 180 }, OLD)).toBe(0);
    expect(hemSlope({ hem: 190, tuckedAt: null }, OLD)).toBe(0);
    expect(hemSlope({ hem: 212, tuckedAt: null }, { ...OLD, isDress: true })).toBe(0);
    expect(hemSlope({ hem: 212, tuckedAt: null }, { ...OLD, top: null })).toBe(0);
  });
});

describe('slanting a hem', () => {
  const held = (x: number, y: number): Constraint => ({
    source: { x, y },
    target: { x, y },
    weight: 1,
    part: 1,
  });
  const slanted = (x: number, y: number) =>
    slantHem([held(x, y)], frame, 100, 200, 0.1)[0]!.target.y - y;

  it('lets it fall to one side and rise at the other, by the whole slope at the hem and below', () => {
    expect(slanted(150, 200)).toBeCloseTo(5);
    expect(slanted(150, 230)).toBeCloseTo(5);
    expect(slanted(60, 200)).toBeCloseTo(-4);
    expect(slanted(100, 200)).toBeCloseTo(0);
  });

  it('changes less further up, and nothing at the chest', () => {
    expect(slanted(150, 150)).toBeCloseTo(2.5);
    expect(slanted(150, 90)).toBe(0);
  });
});
