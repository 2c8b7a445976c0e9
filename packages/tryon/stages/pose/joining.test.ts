import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import {
  LANDMARK_INPUT_SIZE,
  RAW_LANDMARK_COUNT,
} from '@proteus/neural/networks/landmark-network.ts';
import { describe, expect, it } from 'vitest';
import { outlineFrame } from './outline-frame.ts';
import { joinLandmarks } from './picture-landmarks.ts';
import type { PosePass } from './pose-pass.ts';
import { projectMask } from './project-mask.ts';

const SIDE = LANDMARK_INPUT_SIZE;

/** A pass at the picture's own scale whose mask is sure within a rectangle of the crop. */
function createPass(
  [left, top, right, bottom]: readonly [number, number, number, number],
  landmark: readonly [number, number, number, number, number] = [0, 0, 0, 0, 0],
  sureness = 0.8,
): PosePass {
  const inside = (index: number) => {
    const column = index % SIDE;
    const row = Math.floor(index / SIDE);
    return column >= left && column < right && row >= top && row < bottom;
  };
  return {
    frame: { centreX: 127.5, centreY: 127.5, size: SIDE, rotation: 0 },
    score: 1,
    landmarks: Float32Array.from({ length: RAW_LANDMARK_COUNT * 5 }, (_, i) => landmark[i % 5]!),
    sureness: new Float32Array(RAW_LANDMARK_COUNT).fill(sureness),
    mask: Float32Array.from({ length: SIDE * SIDE }, (_, i) => (inside(i) ? 20 : -20)),
  };
}

describe('outlineFrame', () => {
  it('closes in on the part of the person that the picture shows', () => {
    const frame = outlineFrame(createPass([40, 60, 80, 256]), { width: 256, height: 160 });
    expect(frame!.centreX).toBeCloseTo(59.5, 6);
    expect(frame!.centreY).toBeCloseTo((60 + 159) / 2, 6);
    expect(frame!.size).toBeCloseTo(99 * 1.35, 6);
  });

  it('asks for nothing where the person fills the crop or is not there', () => {
    const picture = { width: 256, height: 256 };
    expect(outlineFrame(createPass([10, 10, 240, 240]), picture)).toBeUndefined();
    expect(outlineFrame(createPass([0, 0, 0, 0]), picture)).toBeUndefined();
  });
});

describe('joinLandmarks', () => {
  it('puts arms near to where the crop has them that is sure of them', () => {
    const body = createPass([0, 0, 0, 0], [100, 50, 0, 2, 1], 0.9);
    const outline = createPass([0, 0, 0, 0], [140, 50, 0, 2, 1], 0.5);
    const elbow = joinLandmarks(body, outline)[LANDMARK['left-elbow']]!;
    expect(elbow.x).toBeGreaterThan(99.5);
    expect(elbow.x).toBeLessThan(99.5 + 5);
  });

  it('averages arms over both crops, where both are as sure, but takes hips from the whole body alone', () => {
    const body = createPass([0, 0, 0, 0], [100, 50, 0, 2, 1]);
    const outline = createPass([0, 0, 0, 0], [110, 40, 0, 4, 3]);
    const landmarks = joinLandmarks(body, outline);
    expect(landmarks[LANDMARK['left-wrist']]).toMatchObject({ x: 104.5, y: 44.5 });
    expect(landmarks[LANDMARK['left-hip']]).toMatchObject({ x: 99.5, y: 49.5 });
    expect(landmarks[LANDMARK['left-hip']]!.visibility).toBeCloseTo(1 / (1 + Math.exp(-3)), 5);
  });
});

describe('projectMask', () => {
  it('lays the crop over the picture pixel by pixel', () => {
    const picture = { width: 300, height: 200 };
    const { data } = projectMask([createPass([40, 60, 80, 100])], picture);
    const sum = data.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(40 * 40, 0);
    expect(data[60 * 300 + 40]).toBe(1);
    expect(data[59 * 300 + 40]).toBe(0);
    expect(data[60 * 300 + 299]).toBe(0);
  });

  it('is undecided where two crops disagree', () => {
    const passes = [createPass([0, 0, 256, 256]), createPass([0, 0, 0, 0])];
    expect(projectMask(passes, { width: 1, height: 1 }).data[0]).toBeCloseTo(0.5, 6);
  });
});
