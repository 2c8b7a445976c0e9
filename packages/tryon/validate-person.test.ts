import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { Pose, PoseLandmark } from './pose.ts';
import { validatePerson } from './validate-person.ts';

const SIZE = { width: 400, height: 600 };

/** A frontal person of 120 pixels between the shoulders, changed as a test asks. */
function pose(
  changes: Partial<Record<(typeof POSE_LANDMARKS)[number], Partial<PoseLandmark>>> = {},
  score = 0.95,
): Pose {
  const landmarks: PoseLandmark[] = POSE_LANDMARKS.map(() => ({
    x: 200,
    y: 80,
    z: 0,
    visibility: 0.95,
    presence: 0.95,
  }));
  const place = (name: (typeof POSE_LANDMARKS)[number], x: number, y: number) => {
    const index = LANDMARK[name];
    landmarks[index] = { ...landmarks[index]!, x, y };
  };
  place('left-shoulder', 260, 150);
  place('right-shoulder', 140, 150);
  place('left-hip', 240, 340);
  place('right-hip', 160, 340);
  for (const [name, change] of Object.entries(changes)) {
    const index = LANDMARK[name as keyof typeof LANDMARK];
    landmarks[index] = { ...landmarks[index]!, ...change };
  }
  const data = new Float32Array(SIZE.width * SIZE.height);
  return { landmarks, score, personMask: { ...SIZE, data } };
}

describe('validatePerson', () => {
  it('accepts a frontal person whose waist is in the picture', () => {
    expect(() => validatePerson(pose(), SIZE)).not.toThrow();
  });

  it('refuses a passer-by in a large picture whom it accepts in a smaller one', () => {
    const large = { width: SIZE.width + 900, height: SIZE.height + 900 };
    expect(() => validatePerson(pose(), large)).toThrow(
      expect.objectContaining({ code: 'PERSON_TOO_SMALL' }),
    );
  });

  it.each([
    ['NO_PERSON', pose({}, 0.2)],
    ['SHOULDERS_HIDDEN', pose({ 'left-shoulder': { visibility: 0.2 } })],
    ['SHOULDERS_HIDDEN', pose({ 'right-shoulder': { x: -12 } })],
    ['NOT_FRONTAL', pose({ 'left-shoulder': { x: 210 }, 'right-shoulder': { x: 190 } })],
    ['NOT_FRONTAL', pose({ 'left-shoulder': { x: 140 }, 'right-shoulder': { x: 260 } })],
    [
      'TORSO_CUT_OFF',
      pose({
        'left-hip': { y: 900 },
        'right-hip': { y: 900 },
        'left-shoulder': { x: 420 - 30 },
        'right-shoulder': { x: 20 },
      }),
    ],
    [
      'PERSON_TOO_SMALL',
      pose({
        'left-shoulder': { x: 210 },
        'right-shoulder': { x: 190 },
        'left-hip': { x: 208, y: 180 },
        'right-hip': { x: 192, y: 180 },
      }),
    ],
  ])('refuses with %s', (code, refused) => {
    expect(() => validatePerson(refused, SIZE)).toThrow(expect.objectContaining({ code }));
  });
});
