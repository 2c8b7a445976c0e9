import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isSleeved, measureArmOutlines } from './arm-outline.ts';
import { measureTorsoOutline, torsoHalfWidth, usualHalfWidth } from './torso-outline.ts';

const WIDTH = 240;
const HEIGHT = 320;

/**
 * A person whose shoulder joints lie at row 60, 100 pixels apart, and whose arms hang straight.
 *
 * @param label the part at a pixel.
 * @param arm how far from the body's middle the arms hang.
 */
function person(label: (x: number, y: number) => number, arm: number): PersonAnalysis {
  const data = new Uint8Array(WIDTH * HEIGHT);
  const body = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      data[y * WIDTH + x] = label(x, y);
      body[y * WIDTH + x] = data[y * WIDTH + x] === PART.background ? 0 : 1;
    }
  }
  const landmarks = Array.from({ length: 33 }, () => ({ x: 120, y: 40, z: 0, visibility: 1 }));
  for (const [name, x] of [
    ['right', 120 - arm],
    ['left', 120 + arm],
  ] as const) {
    landmarks[LANDMARK[`${name}-shoulder`]] = { x, y: 60, z: 0, visibility: 1 };
    landmarks[LANDMARK[`${name}-elbow`]] = { x, y: 140, z: 0, visibility: 1 };
    landmarks[LANDMARK[`${name}-wrist`]] = { x, y: 210, z: 0, visibility: 1 };
  }
  return {
    parts: { width: WIDTH, height: HEIGHT, data },
    pose: { landmarks, personMask: { width: WIDTH, height: HEIGHT, data: body } },
    frame: {
      shoulderMiddle: { x: 120, y: 60 },
      hipMiddle: { x: 120, y: 210 },
      shoulderWidth: 100,
      torsoLength: 150,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe("measuring the torso's outline", () => {
  it('does not take the outer edge of a sleeve that lies before it for its own', () => {
    const clothed = person((x) => (Math.abs(x - 120) < 70 ? PART['upper-clothes'] : 0), 52);
    const outline = measureTorsoOutline(clothed);
    for (const share of [0.4, 0.6, 0.8]) {
      expect(torsoHalfWidth(outline, 'right', share)).toBeLessThan(
        usualHalfWidth(share) * 100 * 1.2,
      );
    }
  });

  it('smooths out a step that a hand leaves in a side', () => {
    const dented = person((x, y) => {
      const half = y > 140 && y < 152 ? 38 : 52;
      return Math.abs(x - 120) < half ? PART['upper-clothes'] : PART.background;
    }, 90);
    const outline = measureTorsoOutline(dented);
    for (let share = 0.2; share < 1.1; share += 0.05) {
      const step =
        torsoHalfWidth(outline, 'left', share + 0.05) - torsoHalfWidth(outline, 'left', share);
      expect(Math.abs(step)).toBeLessThan(5);
    }
  });
});

describe('telling sleeves from cloth before an arm', () => {
  const cloth = (edge: number) => (x: number, y: number) => {
    if (y < 50 || y > 220) return PART.background;
    if (x - 120 < edge) return PART['upper-clothes'];
    return x - 120 < 62 ? PART['left-upper-arm'] : PART.background;
  };

  it('sees a sleeve where the whole arm is covered', () => {
    const { right } = measureArmOutlines(person(cloth(62), 50));
    expect(isSleeved(right, 0.4)).toBe(true);
  });

  it('sees none where the outer edge of the arm is bare', () => {
    const { right } = measureArmOutlines(person(cloth(53), 50));
    expect(isSleeved(right, 0.4)).toBe(false);
  });

  it('sees a sleeve go on where something else lies before it, but not where the arm is bare', () => {
    const sleeve = (between: number) => (x: number, y: number) => {
      if (y < 50 || y > 220 || Math.abs(x - 120) >= 62) return PART.background;
      return y > 160 && y < 180 ? between : PART['upper-clothes'];
    };
    const at = (between: number) =>
      isSleeved(measureArmOutlines(person(sleeve(between), 50)).right, 0.73);
    expect(at(PART['lower-clothes'])).toBe(true);
    expect(at(PART['left-forearm'])).toBe(false);
  });
});
