import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { endStraps } from './end-straps.ts';

const WIDTH = 300;
const HEIGHT = 240;
const JOINTS = 140;
/** Shoulders begin in this row. */
const TOP = 104;

/** A person whose shoulders are level, 200 pixels from joint to joint. */
function person(): PersonAnalysis {
  const parts = new Uint8Array(WIDTH * HEIGHT);
  const body = new Float32Array(WIDTH * HEIGHT);
  for (let y = TOP; y < HEIGHT; y++) {
    for (let x = 20; x < 280; x++) {
      parts[y * WIDTH + x] = PART['torso-skin'];
      body[y * WIDTH + x] = 1;
    }
  }
  const landmarks = Array.from({ length: 33 }, () => ({ x: 150, y: 60, z: 0, visibility: 1 }));
  for (const [side, x] of [
    ['right', 50],
    ['left', 250],
  ] as const) {
    landmarks[LANDMARK[`${side}-shoulder`]] = { x, y: JOINTS, z: 0, visibility: 1 };
    // Raised, so that the shoulders need not slope.
    landmarks[LANDMARK[`${side}-elbow`]] = { x, y: JOINTS, z: 0, visibility: 1 };
  }
  return {
    parts: { width: WIDTH, height: HEIGHT, data: parts },
    pose: { landmarks, personMask: { width: WIDTH, height: HEIGHT, data: body } },
    frame: {
      shoulderMiddle: { x: 150, y: JOINTS },
      hipMiddle: { x: 150, y: HEIGHT },
      shoulderWidth: 200,
      torsoLength: 300,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('straps', () => {
  const cut = (reach: number) => {
    const torso = createPlane(WIDTH, HEIGHT, 1);
    endStraps(torso, person(), { left: reach, right: reach });
    return (x: number, y: number) => torso.data[y * WIDTH + x];
  };
  const at = cut(0);

  it("end along the shoulder's upper line", () => {
    for (const x of [75, 90, 210, 225]) {
      expect(at(x, TOP - 8)).toBe(0);
      expect(at(x, TOP)).toBe(1);
    }
  });

  it('go on below it untouched', () => {
    expect(at(90, 180)).toBe(1);
  });

  it('are none where there are sleeves', () => {
    expect(cut(0.4)(90, TOP - 8)).toBe(1);
  });

  it('go up the neck where they are a halter', () => {
    expect(at(125, TOP - 20)).toBe(1);
  });
});
