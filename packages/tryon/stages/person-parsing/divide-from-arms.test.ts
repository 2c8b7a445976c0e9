import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import { divideFromArms } from './divide-from-arms.ts';
import type { BodyCoordinates } from './evidence/body-coordinates.ts';
import { BACKGROUND, SKIN } from './regions/region-priors.ts';

const WIDTH = 100;
const HEIGHT = 24;
const UNIT = 100;
/** The trunk's axis, and an arm's bone that comes down nearer to the waist than its other side is. */
const AXIS = 10;
const BONE = 60;
/** Where the picture shows the edge between waist and arm, and where the arm ends. */
const EDGE = 54;
const END = 66;

/** Skin from the axis to the arm's far side, with an edge of shade between waist and arm. */
function divided(down: number, isSkin: (x: number) => boolean): Uint8Array {
  const plane = (value: (x: number) => number) =>
    Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => value(i % WIDTH));
  const far = plane(() => 9);
  const body = {
    width: WIDTH,
    height: HEIGHT,
    across: plane((x) => (x - AXIS) / UNIT),
    down: plane(() => down),
    hands: [far, far],
    upperArms: [far, far],
    forearms: [plane((x) => Math.abs(x - BONE) / UNIT), far],
    legs: [plane((x) => Math.abs(x - AXIS) / UNIT), far],
  } as unknown as BodyCoordinates;
  const lab = {
    width: WIDTH,
    height: HEIGHT,
    data: Float32Array.from({ length: WIDTH * HEIGHT * 3 }, (_, k) =>
      k % 3 === 0 ? (Math.floor(k / 3) % WIDTH < EDGE ? 70 : 55) : 14,
    ),
  };
  const labels = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    isSkin(i % WIDTH) ? SKIN : BACKGROUND,
  );
  const parts = Uint8Array.from(labels, (label, i) => {
    if (label !== SKIN) return PART.background;
    return Math.abs((i % WIDTH) - BONE) < 30 ? PART['left-forearm'] : PART['torso-skin'];
  });
  divideFromArms(parts, labels, lab, body);
  return parts.subarray(10 * WIDTH, 11 * WIDTH);
}

describe('a bare waist beside an arm', () => {
  it('ends at the edge between them, not half-way to the bone', () => {
    const row = divided(0.8, (x) => x >= AXIS && x < END);
    expect(row[EDGE - 1]).toBe(PART['torso-skin']);
    expect(row[EDGE]).toBe(PART['left-forearm']);
    expect(row[END - 1]).toBe(PART['left-forearm']);
  });

  it('leaves an arm alone that hangs beyond a gap', () => {
    const row = divided(0.8, (x) => x >= 40 && x < END);
    expect(row[EDGE - 1]).toBe(PART['left-forearm']);
  });

  it('is looked for at the height of the waist only', () => {
    const row = divided(0.2, (x) => x >= AXIS && x < END);
    expect(row[EDGE - 1]).toBe(PART['left-forearm']);
  });
});

it('parts a bare thigh from the hand beside it', () => {
  const row = divided(1.4, (x) => x >= AXIS && x < END);
  expect(row[EDGE - 1]).toBe(PART['left-leg']);
  expect(row[EDGE]).toBe(PART['left-forearm']);
});
