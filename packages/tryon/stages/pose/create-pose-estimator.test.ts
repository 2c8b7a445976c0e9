import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import {
  HEAT_MAP_SIZE,
  LANDMARK_INPUT_SIZE,
  type LandmarkNetwork,
  RAW_LANDMARK_COUNT,
} from '@proteus/neural/networks/landmark-network.ts';
import type { PersonDetector } from '@proteus/neural/networks/person-detector.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { createPoseEstimator } from './create-pose-estimator.ts';

const SIDE = LANDMARK_INPUT_SIZE;
const { signal } = new AbortController();

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly channel: 0 | 1 | 2;
}

const HIPS: Dot = { x: 210, y: 180, channel: 0 };
const CIRCLE: Dot = { x: 230, y: 60, channel: 1 };
const SHOULDERS: readonly Dot[] = [
  { x: 180, y: 120, channel: 2 },
  { x: 250, y: 130, channel: 2 },
];

/** A black picture with soft dots of pure colour: a person as the dot network understands it. */
function drawDots(width: number, height: number, dots: readonly Dot[]): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (const { x, y, channel } of dots) {
    for (let row = y - 6; row <= y + 6; row++) {
      for (let column = x - 6; column <= x + 6; column++) {
        data[(row * width + column) * 3 + channel] = 255;
      }
    }
  }
  return { width, height, data };
}

/** Centre of the pixels of one colour in the part of a crop between two columns. */
function findDot(input: Float32Array, channel: number, from: number, to: number) {
  let mass = 0;
  let x = 0;
  let y = 0;
  for (let index = 0; index < SIDE * SIDE; index++) {
    const column = index % SIDE;
    const value = column >= from && column < to ? input[index * 3 + channel]! : 0;
    mass += value;
    x += value * (column + 0.5);
    y += value * (Math.floor(index / SIDE) + 0.5);
  }
  return { x: x / mass, y: y / mass, mass };
}

/** A network that sees red as hips, green as the circle, and blue as shoulders, the left one on the right. */
function createDotNetwork(): LandmarkNetwork & { runs: number } {
  const network = {
    runs: 0,
    run: async (input: Float32Array) => {
      network.runs++;
      const hips = findDot(input, 0, 0, SIDE);
      const circle = findDot(input, 1, 0, SIDE);
      const middle = findDot(input, 2, 0, SIDE);
      const landmarks = new Float32Array(RAW_LANDMARK_COUNT * 5);
      const place = (index: number, { x, y }: { x: number; y: number }) =>
        landmarks.set([x, y, 0, 3, 3], index * 5);
      place(33, hips);
      place(34, circle);
      place(LANDMARK['right-shoulder'], findDot(input, 2, 0, middle.x));
      place(LANDMARK['left-shoulder'], findDot(input, 2, middle.x, SIDE));
      return {
        landmarks,
        score: hips.mass > 0 && circle.mass > 0 ? 0.95 : 0.02,
        mask: Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
          input[i * 3 + 2]! > 0 ? 8 : -8,
        ),
        heatMaps: new Float32Array(HEAT_MAP_SIZE ** 2 * RAW_LANDMARK_COUNT).fill(-9),
        worldLandmarks: new Float32Array(RAW_LANDMARK_COUNT * 3),
      };
    },
  };
  return network;
}

const PERSON = drawDots(400, 300, [HIPS, CIRCLE, ...SHOULDERS]);

const NOBODY: PersonDetector = { run: async () => [] };

describe('the pose estimator', () => {
  it.each([false, true])('brings landmarks back to the picture (mirror: %s)', async (mirror) => {
    const estimate = createPoseEstimator({ network: createDotNetwork(), mirror });
    const { landmarks, score } = await estimate(PERSON, signal);
    expect(score).toBeCloseTo(0.95, 5);
    for (const [name, dot] of [
      ['right-shoulder', SHOULDERS[0]!],
      ['left-shoulder', SHOULDERS[1]!],
    ] as const) {
      expect(Math.abs(landmarks[LANDMARK[name]]!.x - dot.x)).toBeLessThan(0.7);
      expect(Math.abs(landmarks[LANDMARK[name]]!.y - dot.y)).toBeLessThan(0.7);
    }
  });

  it('brings the mask back to the picture', async () => {
    const estimate = createPoseEstimator({ network: createDotNetwork(), mirror: true });
    const { personMask } = await estimate(PERSON, signal);
    expect(personMask).toMatchObject({ width: 400, height: 300 });
    const at = (x: number, y: number) => personMask.data[y * 400 + x];
    expect(at(180, 120)).toBeGreaterThan(0.99);
    expect(at(215, 125)).toBeLessThan(0.01);
    expect(at(5, 5)).toBeLessThan(0.01);
  });

  it('trusts a person whom the detector saw, and counts people of like size', async () => {
    const person = {
      score: 0.9,
      centreX: 0.5,
      centreY: 0.3,
      width: 0.2,
      height: 0.2,
      hipX: 0.525,
      hipY: 0.575,
      circleX: 0.575,
      circleY: 0.275,
    };
    const far = { ...person, hipX: 0.1, hipY: 0.5, circleX: 0.1, circleY: 0.45 };
    const detector = { run: async () => [far, person] };
    const network = createDotNetwork();
    const estimate = createPoseEstimator({ network, detector, mirror: false });
    const pose = await estimate(PERSON, signal);
    expect(pose.peopleCount).toBe(1);
    expect(pose.score).toBeCloseTo(0.95, 5);
    expect(network.runs).toBeLessThanOrEqual(3);
  });

  it('doubts what only the landmark network takes for a person', async () => {
    const network = createDotNetwork();
    const estimate = createPoseEstimator({ network, detector: NOBODY, mirror: false });
    const pose = await estimate(PERSON, signal);
    expect(pose.peopleCount).toBe(0);
    expect(pose.score).toBeLessThan(0.5);
  });

  it('gives an empty picture a low score instead of an error', async () => {
    const estimate = createPoseEstimator({ network: createDotNetwork(), mirror: true });
    const { score, landmarks } = await estimate(drawDots(100, 80, []), signal);
    expect(score).toBeLessThan(0.1);
    expect(landmarks).toHaveLength(33);
  });

  it('stops when it is aborted', async () => {
    const stopped = new AbortController();
    const network: LandmarkNetwork = {
      run: async (_, passed) => {
        passed.throwIfAborted();
        throw new Error('ran all the same');
      },
    };
    stopped.abort(new Error('enough'));
    const estimate = createPoseEstimator({ network, mirror: false });
    await expect(estimate(PERSON, stopped.signal)).rejects.toThrow('enough');
  });
});
