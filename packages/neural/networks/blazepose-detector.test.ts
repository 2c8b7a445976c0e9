import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { drawSyntheticPerson } from '../fixtures/synthetic-person.ts';
import { createBlazePoseDetector } from './blazepose-detector.ts';
import { DETECTOR_INPUT_SIZE } from './person-detector.ts';

/** Loading the network may take seconds on a busy machine. */
const PATIENCE_MS = 60_000;

const { signal } = new AbortController();
const file = fileURLToPath(import.meta.resolve('@mediapipe/pose/pose_solution_packed_assets.data'));
const detector = createBlazePoseDetector({ load: () => readFile(file) });
afterAll(() => detector.dispose());

describe("BlazePose's detector", () => {
  it(
    'finds the one person, with the hips and the circle around the body',
    async () => {
      const people = await detector.run(drawSyntheticPerson(DETECTOR_INPUT_SIZE), signal);
      expect(people).toHaveLength(1);
      const { hipX, hipY, circleX, circleY } = people[0]!;
      expect(Math.abs(hipX - 0.5)).toBeLessThan(0.03);
      expect(Math.abs(hipY - 0.54)).toBeLessThan(0.05);
      const radius = Math.hypot(circleX - hipX, circleY - hipY);
      expect(radius).toBeGreaterThan(0.3);
      expect(radius).toBeLessThan(0.6);
    },
    PATIENCE_MS,
  );

  it(
    'finds nobody in an even picture',
    async () => {
      const grey = new Float32Array(DETECTOR_INPUT_SIZE ** 2 * 3).fill(0.5);
      expect(await detector.run(grey, signal)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
