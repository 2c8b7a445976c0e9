import { describe, expect, it } from 'vitest';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { TorsoOutline } from '../body/torso-outline.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { holdFront } from './chest-grid.ts';
import type { TorsoMeasures } from './torso-measures.ts';

const SIZE = 300;
/** Half the cloth's width between its straight side seams. */
const HALF = 80;

function plain(value: number) {
  return { width: SIZE, height: SIZE, data: new Float32Array(SIZE * SIZE).fill(value) };
}

const side = (sign: -1 | 1) => {
  const at = (y: number) => ({ x: 150 + sign * HALF, y });
  return { armpit: at(80), seam: [{ point: at(160) }], hem: at(240) };
};

const garment = {
  alpha: plain(1),
  innerCollar: plain(0),
  middle: 150,
  left: side(-1),
  right: side(1),
} as unknown as UpperBodyGarment;

const person = {
  frame: {
    shoulderMiddle: { x: 200, y: 100 },
    shoulderWidth: 160,
    torsoLength: 240,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  },
} as unknown as PersonAnalysis;

/** What holds the front on a body of so many pixels' half width, turned by so many shoulder widths. */
function held(body: number, turn = 0, hemScale = 1): readonly Constraint[] {
  const half = new Float64Array(31).fill(body);
  const outline: TorsoOutline = { halfWidths: { left: half, right: half } };
  const measures = {
    scale: 1,
    along: 1,
    hemScale,
    hem: 160,
    hemRow: { y: 240, bodysuit: false },
    turn,
    offShoulder: false,
  } as unknown as TorsoMeasures;
  const hung = { armpitBelow: 40, grade: { from: 80, to: 240, first: 1 } };
  return holdFront(garment, person, outline, measures, hung);
}

/** The scale across, between the neighbouring places held around one of the flat garment's columns at mid height. */
function scaleAt(constraints: readonly Constraint[], column: number): number {
  const row = constraints.filter(({ source }) => Math.abs(source.y - 144) < 1);
  const right = row.find(({ source }) => source.x > column)!;
  const left = row.findLast(({ source }) => source.x <= column)!;
  return (right.target.x - left.target.x) / (right.source.x - left.source.x);
}

describe("holding a top's front", () => {
  it('keeps a print its proportions on a body wider than the cloth: the sides give', () => {
    const wide = held(1.2 * HALF);
    expect(scaleAt(wide, 149)).toBeCloseTo(0.93, 1);
    expect(scaleAt(wide, 176) / scaleAt(wide, 149)).toBeLessThan(1.1);
    expect(scaleAt(wide, 190)).toBeGreaterThan(1.03);
  });

  it('lets a side that is turned away get narrower gradually', () => {
    const turned = held(HALF, 0.12);
    const steps = [151, 163, 175, 190].map((column) => scaleAt(turned, column));
    for (const [i, step] of steps.slice(1).entries()) {
      expect(steps[i]! - step).toBeGreaterThan(0.04);
      expect(steps[i]! - step).toBeLessThan(0.2);
    }
  });

  it('takes its width in where its length is drawn short', () => {
    expect(scaleAt(held(HALF, 0, 0.7), 149)).toBeLessThan(0.95 * scaleAt(held(HALF), 149));
  });

  it('leaves what is near the armholes to them', () => {
    const above = held(HALF).filter(({ source }) => source.y < 79);
    expect(above.length).toBeGreaterThan(0);
    for (const { source } of above) expect(Math.abs(source.x - 150)).toBeLessThanOrEqual(HALF / 2);
  });
});
