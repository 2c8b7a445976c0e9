import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { Pose } from './pose.ts';
import { NEEDED_THIGH_FOR_DRESS, validateLegs } from './validate-legs.ts';

const TORSO = 200;

/** Hips at row 300, knees `thigh` pixels below. */
function poseWithThigh(thigh: number): Pose {
  const landmarks = POSE_LANDMARKS.map(() => ({
    x: 200,
    y: 300,
    z: 0,
    visibility: 1,
    presence: 1,
  }));
  for (const name of ['left-knee', 'right-knee'] as const) {
    landmarks[LANDMARK[name]] = { ...landmarks[LANDMARK[name]]!, y: 300 + thigh };
  }
  return { landmarks, score: 1, personMask: { width: 1, height: 1, data: new Float32Array(1) } };
}

describe('validateLegs', () => {
  it('accepts legs that are cut at the knee', () => {
    expect(() =>
      validateLegs(poseWithThigh(160), { width: 400, height: 460 }, TORSO),
    ).not.toThrow();
  });

  it('refuses a photo that ends above the middle of the thighs', () => {
    expect(() => validateLegs(poseWithThigh(160), { width: 400, height: 375 }, TORSO)).toThrow(
      expect.objectContaining({ code: 'LEGS_CUT_OFF' }),
    );
  });

  it('accepts less of the thighs where less is asked for', () => {
    const size = { width: 400, height: 330 };
    const pose = poseWithThigh(160);
    expect(() => validateLegs(pose, size, TORSO)).toThrow();
    expect(() => validateLegs(pose, size, TORSO, NEEDED_THIGH_FOR_DRESS)).not.toThrow();
  });

  it('refuses somebody who sits facing the camera', () => {
    expect(() => validateLegs(poseWithThigh(50), { width: 400, height: 900 }, TORSO)).toThrow(
      expect.objectContaining({ code: 'LEGS_CUT_OFF' }),
    );
  });
});
