import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { measureBodyTurn, seenShoulders } from './body-turn.ts';

/** @param depth how much further from the camera the shoulder at the picture's left is, pixels. */
function turned(shoulderWidth: number, torsoLength: number, depth: number): PersonAnalysis {
  const landmarks = Array.from({ length: 33 }, () => ({ x: 0, y: 0, z: 0, visibility: 1 }));
  landmarks[LANDMARK['right-shoulder']] = { x: 0, y: 0, z: depth, visibility: 1 };
  return {
    pose: { landmarks },
    frame: { shoulderWidth, torsoLength },
  } as unknown as PersonAnalysis;
}

describe("measuring a body's turn", () => {
  it('finds the chest in the middle of a body that faces the camera', () => {
    expect(measureBodyTurn(turned(200, 320, 0))).toBeCloseTo(0);
  });

  it('finds the chest on the side that the body faces', () => {
    expect(measureBodyTurn(turned(160, 320, 120))).toBeLessThan(-0.05);
    expect(measureBodyTurn(turned(160, 320, -120))).toBeGreaterThan(0.05);
  });

  it('sees less of the shoulders where they are narrow for the torso', () => {
    expect(seenShoulders(turned(160, 320, 200))).toBeCloseTo((1.68 * 160) / 320);
  });

  it('takes shoulders that nothing turns for wholly seen, however narrow', () => {
    expect(seenShoulders(turned(160, 320, 0))).toBe(1);
  });

  it('never sees more than the whole', () => {
    expect(seenShoulders(turned(260, 320, 200))).toBe(1);
  });
});
