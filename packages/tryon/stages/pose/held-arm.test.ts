import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { PoseLandmark } from '../../pose.ts';
import { releaseHeldArm } from './held-arm.ts';

type Place = readonly [x: number, y: number, visibility: number];

/** A right arm that hangs along column 300, whose wrist the left hand may hide. */
function pose(wrist: Place, leftIndex: Place): readonly PoseLandmark[] {
  const places: Record<string, Place> = {
    'left-shoulder': [600, 300, 1],
    'left-elbow': [580, 600, 1],
    'left-wrist': [380, 700, 0.9],
    'left-index': leftIndex,
    'right-shoulder': [300, 300, 1],
    'right-elbow': [300, 560, 0.5],
    'right-wrist': wrist,
    'right-index': [wrist[0], wrist[1] + 60, wrist[2]],
  };
  return POSE_LANDMARKS.map((name) => {
    const [x, y, visibility] = places[name] ?? [0, 0, 1];
    return { x, y, z: 0, visibility, presence: 1 };
  });
}

const at = (landmarks: readonly PoseLandmark[], name: 'right-wrist' | 'right-index') =>
  landmarks[LANDMARK[name]]!;

describe('an arm that the other hand holds', () => {
  it('ends a forearm’s length below its elbow, with its hand', () => {
    const released = releaseHeldArm(pose([300, 700, 0.1], [310, 720, 0.8]));
    expect(at(released, 'right-wrist').y).toBeGreaterThan(820);
    expect(at(released, 'right-index').y - at(released, 'right-wrist').y).toBeCloseTo(60);
    expect(at(released, 'right-wrist').x).toBeCloseTo(300);
    expect(at(released, 'right-wrist').visibility).toBeGreaterThan(0.5);
  });

  it.each([
    ['whose wrist is seen', pose([300, 700, 0.8], [310, 720, 0.8])],
    ['that no hand is near', pose([300, 700, 0.1], [560, 800, 0.8])],
    ['that is long enough already', pose([300, 900, 0.1], [310, 900, 0.8])],
  ])('is not one %s', (_, landmarks) => {
    expect(releaseHeldArm(landmarks)).toBe(landmarks);
  });
});
