import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { measureShoulderLine, undressedLine } from './shoulder-line.ts';

const WIDTH = 320;
const HEIGHT = 260;
const JOINTS = 120;

/**
 * Shoulders 150 pixels wide, sloping down from the neck by one pixel in two, with puffs from a distance
 * of 60 pixels on.
 *
 * @param puff how high the puffs stand, pixels.
 * @param elbow how far below the shoulders the elbows are.
 * @param part what the shoulders are.
 * @param left how far from the middle hair hides the one at the picture's left, and how much higher it is
 *   than the other, pixels.
 */
function shoulders(
  puff: number,
  elbow: number,
  part: number = PART['upper-clothes'],
  left: { hairTo?: number; higher?: number } = {},
): PersonAnalysis {
  const data = new Uint8Array(WIDTH * HEIGHT);
  const body = new Float32Array(WIDTH * HEIGHT);
  for (let x = 40; x < 280; x++) {
    const away = Math.abs(x - 160);
    const lift = x < 160 ? (left.higher ?? 0) : 0;
    const top = JOINTS - 42 + away / 4 - (away >= 60 ? puff : 0) - lift;
    for (let y = Math.round(top); y < HEIGHT; y++) {
      data[y * WIDTH + x] = x < 160 && away < (left.hairTo ?? 0) ? PART.hair : part;
      body[y * WIDTH + x] = 1;
    }
  }
  const landmarks = Array.from({ length: 33 }, () => ({ x: 160, y: 60, z: 0, visibility: 1 }));
  for (const [side, x] of [
    ['right', 85],
    ['left', 235],
  ] as const) {
    landmarks[LANDMARK[`${side}-shoulder`]] = { x, y: JOINTS, z: 0, visibility: 1 };
    landmarks[LANDMARK[`${side}-elbow`]] = { x, y: JOINTS + elbow, z: 0, visibility: 1 };
  }
  return {
    parts: { width: WIDTH, height: HEIGHT, data },
    pose: { landmarks, personMask: { width: WIDTH, height: HEIGHT, data: body } },
    frame: {
      shoulderMiddle: { x: 160, y: JOINTS },
      hipMiddle: { x: 160, y: HEIGHT },
      shoulderWidth: 150,
      torsoLength: 140,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe("measuring the shoulders' line", () => {
  it('follows a plain slope', () => {
    const { heights } = measureShoulderLine(shoulders(0, 100));
    for (const [i, away] of [0.3, 0.36, 0.42, 0.48].entries()) {
      expect(heights.left[i]! * 150).toBeCloseTo(42 - (away * 150) / 4, -0.5);
    }
  });

  it('goes on sloping under the puffs of old sleeves', () => {
    const plain = measureShoulderLine(shoulders(0, 100)).heights.right;
    const puffed = measureShoulderLine(shoulders(20, 100)).heights.right;
    for (let i = 1; i < puffed.length; i++) expect(puffed[i]!).toBeLessThan(puffed[i - 1]!);
    for (let i = 0; i < 4; i++) expect(Math.abs(puffed[i]! - plain[i]!)).toBeLessThan(0.04);
  });

  it('follows bare shoulders wherever they go: no cloth puffs on them', () => {
    const { right } = measureShoulderLine(shoulders(14, 100, PART['torso-skin'])).heights;
    expect(right[2]!).toBeGreaterThan(right[1]!);
  });

  it('goes on under hair as high as the same shoulder is beside it', () => {
    const upper = PART['upper-clothes'];
    const leftOf = (hairTo: number) =>
      measureShoulderLine(shoulders(0, 100, upper, { hairTo, higher: 14 })).heights.left;
    const [seen, hidden] = [leftOf(0), leftOf(60)];
    for (let i = 2; i < seen.length; i++) expect(hidden[i]).toBe(seen[i]);
    for (let i = 0; i < 2; i++) expect(Math.abs(hidden[i]! - seen[i]!)).toBeLessThan(0.05);
  });

  it('lies lower under clothes, but not beside the neck, and as it is where it is bare', () => {
    for (const part of [PART['upper-clothes'], PART['torso-skin']]) {
      const line = measureShoulderLine(shoulders(0, 100, part));
      const isBare = part === PART['torso-skin'];
      const under = undressedLine(line).heights.left;
      expect(line.isBare.left).toBe(isBare);
      expect(under[0]).toBe(line.heights.left[0]);
      if (isBare) expect(under).toEqual(line.heights.left);
      else
        for (let i = 1; i < under.length; i++)
          expect(under[i]!).toBeLessThan(line.heights.left[i]!);
    }
  });

  it('rises with a raised arm', () => {
    const { right } = measureShoulderLine(shoulders(14, 0)).heights;
    expect(right[2]!).toBeGreaterThan(right[1]!);
  });
});
