import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import full from '../fixtures/opencv-full.json' with { type: 'json' };
import heavy from '../fixtures/opencv-heavy.json' with { type: 'json' };
import lite from '../fixtures/opencv-lite.json' with { type: 'json' };
import { drawSyntheticPerson } from '../fixtures/synthetic-person.ts';
import { createBlazePoseLandmarks } from './blazepose-landmarks.ts';
import { LANDMARK_INPUT_SIZE } from './landmark-network.ts';

/** Loading the heavy network takes half a second, on a busy machine several. */
const PATIENCE_MS = 60_000;

const { signal } = new AbortController();
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

function largestDifference(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return expected.reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - actual[index]!)),
    0,
  );
}

describe.each([
  ['lite', lite],
  ['full', full],
  ['heavy', heavy],
])('BlazePose %s', (size, recorded) => {
  it(
    "agrees with OpenCV's reader of the same file",
    async () => {
      const name = `@mediapipe/pose/pose_landmark_${size}.tflite`;
      const network = createBlazePoseLandmarks({
        load: () => readFile(fileURLToPath(import.meta.resolve(name))),
      });
      const result = await network.run(drawSyntheticPerson(LANDMARK_INPUT_SIZE), signal);
      await network.dispose();

      const places = (values: ArrayLike<number>) =>
        Array.from(values).filter((_, index) => index % 5 < 2);
      expect(largestDifference(places(result.landmarks), places(recorded.landmarks))).toBeLessThan(
        0.01,
      );
      expect(largestDifference(result.landmarks, recorded.landmarks)).toBeLessThan(0.02);
      expect(largestDifference(result.worldLandmarks, recorded.worldLandmarks)).toBeLessThan(0.001);
      expect(Math.abs(result.score - recorded.score)).toBeLessThan(0.001);
      const mask = result.mask.filter(
        (_, index) =>
          index % recorded.maskStep === 0 &&
          Math.floor(index / LANDMARK_INPUT_SIZE) % recorded.maskStep === 0,
      );
      expect(largestDifference(mask.map(sigmoid), recorded.mask.map(sigmoid))).toBeLessThan(0.02);
    },
    PATIENCE_MS,
  );
});

describe('a landmark network', () => {
  it(
    'is refused when its outputs are not those of BlazePose',
    async () => {
      const name = '@mediapipe/pose/pose_solution_packed_assets.data';
      const network = createBlazePoseLandmarks({
        load: () => readFile(fileURLToPath(import.meta.resolve(name))),
      });
      const input = drawSyntheticPerson(LANDMARK_INPUT_SIZE);
      await expect(network.run(input, signal)).rejects.toMatchObject({ code: 'MODEL_UNREADABLE' });
      await network.dispose();
    },
    PATIENCE_MS,
  );
});
