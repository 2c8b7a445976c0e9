import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../../../pose.ts';
import { flatFigure } from '../testing/flat-figure.ts';
import { bodyUnit, torsoFrame } from './torso-frame.ts';

function withHips(pose: Pose, y: number): Pose {
  const landmarks = pose.landmarks.map((landmark, index) =>
    index === LANDMARK['left-hip'] || index === LANDMARK['right-hip']
      ? { ...landmark, y }
      : landmark,
  );
  return { ...pose, landmarks };
}

describe('torsoFrame', () => {
  it('runs from the middle of the shoulders to the middle of the hips', () => {
    const frame = torsoFrame(flatFigure().pose);
    expect(frame.shoulderMiddle).toEqual({ x: 96, y: 62 });
    expect(frame.hipMiddle).toEqual({ x: 96, y: 132 });
    expect(frame.shoulderWidth).toBe(46);
    expect(frame.down).toEqual({ x: 0, y: 1 });
    expect(frame.right.x).toBe(1);
  });

  it('keeps human proportion when a close-up squeezes the hips into the picture', () => {
    const frame = torsoFrame(withHips(flatFigure().pose, 90));
    expect(frame.torsoLength).toBeCloseTo(46 * 1.2);
    expect(frame.hipMiddle.y).toBeCloseTo(62 + 46 * 1.2);
  });

  it('measures by the torso when the shoulders are turned away', () => {
    const frame = torsoFrame(withHips(flatFigure().pose, 222));
    expect(bodyUnit(frame)).toBeCloseTo(0.62 * 160);
  });
});
