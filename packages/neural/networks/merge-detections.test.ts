import { describe, expect, it } from 'vitest';
import { mergeDetections } from './merge-detections.ts';
import type { PersonDetection } from './person-detector.ts';

function detection(score: number, centreX: number): PersonDetection {
  return {
    score,
    centreX,
    centreY: 0.5,
    width: 0.2,
    height: 0.2,
    hipX: centreX,
    hipY: 0.7,
    circleX: centreX,
    circleY: 0.3,
  };
}

describe('mergeDetections', () => {
  it('averages detections of one person by their score', () => {
    const merged = mergeDetections([detection(0.6, 0.52), detection(0.9, 0.5)]);
    expect(merged).toHaveLength(1);
    expect(merged[0]!.score).toBe(0.9);
    expect(merged[0]!.hipX).toBeCloseTo((0.6 * 0.52 + 0.9 * 0.5) / 1.5, 9);
  });

  it('keeps people apart who only touch, surest first', () => {
    const merged = mergeDetections([detection(0.6, 0.2), detection(0.9, 0.38)]);
    expect(merged.map(({ centreX }) => centreX)).toEqual([0.38, 0.2]);
  });
});
