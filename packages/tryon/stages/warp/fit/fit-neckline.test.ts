import { createPlane } from '@proteus/raster/create-plane.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { fitNeckline } from './fit-neckline.ts';
import type { TorsoMeasures } from './torso-measures.ts';

const SIZE = 200;
/** A level person: shoulder joints at row 100, 100 pixels apart. */
const person = {
  frame: {
    shoulderMiddle: { x: 100, y: 100 },
    hipMiddle: { x: 100, y: 250 },
    shoulderWidth: 100,
    torsoLength: 150,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  },
} as unknown as PersonAnalysis;

/** Cloth that begins at the row that `edge` tells for each column. */
function cloth(edge: (x: number) => number): UpperBodyGarment {
  const alpha = createPlane(SIZE, SIZE);
  for (let x = 0; x < SIZE; x++) {
    for (let y = Math.round(edge(x)); y < SIZE; y++) alpha.data[y * SIZE + x] = 1;
  }
  return { alpha, innerCollar: createPlane(SIZE, SIZE) } as unknown as UpperBodyGarment;
}

function collar(x: number, y: number, at: number): Constraint {
  return { source: { x, y }, target: { x: at, y: 80 }, weight: 96, part: 1 };
}

/** Worn as wide as they lie flat, at the usual scale. */
const COLLARS = [collar(60, 20, 68), collar(140, 20, 132)] as const;

function measures(values: Partial<TorsoMeasures>): TorsoMeasures {
  return {
    scale: 0.8,
    along: 0.8,
    turn: 0,
    offShoulder: false,
    hemRow: { y: 190 },
    ...values,
  } as TorsoMeasures;
}

/** A round neckline this deep between the collars. */
const round = (depth: number) => (x: number) => 20 + depth * Math.max(0, 1 - ((x - 100) / 40) ** 2);

describe('fitting a neckline', () => {
  it('draws a round neckline as one bow, deepest in its middle, level at both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 60 }), (depth) => {
        const rows = fitNeckline(cloth(round(depth)), person, measures({}), COLLARS).map(
          ({ target }) => target.y,
        );
        const middle = (rows.length - 1) / 2;
        for (let i = 1; i <= middle; i++) {
          expect(rows[i]!).toBeGreaterThanOrEqual(rows[i - 1]!);
          expect(rows[middle - i]).toBeCloseTo(rows[middle + i]!, 0);
        }
        expect(rows[middle]! - 80).toBeLessThanOrEqual(0.8 * depth + 1);
        expect(rows[middle]! - 80).toBeGreaterThan(0.4 * depth - 1);
      }),
    );
  });

  it('holds the steep sides of a scoop as densely as its bottom', () => {
    const scoop = (x: number) => 20 + 60 * Math.max(0, 1 - Math.abs((x - 100) / 40) ** 8) ** 0.5;
    const held = fitNeckline(cloth(scoop), person, measures({}), COLLARS);
    const rows = [20, ...held.map(({ source }) => source.y), 20];
    for (let i = 1; i < rows.length; i++) {
      expect(Math.abs(rows[i]! - rows[i - 1]!)).toBeLessThan(8);
    }
    for (const { source } of held.filter(({ source: { y } }) => y < 60)) {
      expect(scoop(source.x)).toBeLessThanOrEqual(source.y + 1);
    }
  });

  it('lets a neckline that is drawn together hang lower', () => {
    const narrow = [collar(60, 20, 78), collar(140, 20, 122)] as const;
    const lowest = (collars: typeof COLLARS) =>
      Math.max(
        ...fitNeckline(cloth(round(40)), person, measures({}), collars).map(
          ({ target }) => target.y,
        ),
      );
    expect(lowest(narrow)).toBeGreaterThan(lowest(COLLARS) + 4);
    expect(lowest(narrow)).toBeLessThan(lowest(COLLARS) + 20);
  });

  it('moves the middle aside on a turned body, and the ends hardly', () => {
    const places = fitNeckline(cloth(round(30)), person, measures({ turn: 0.1 }), COLLARS);
    const straight = fitNeckline(cloth(round(30)), person, measures({}), COLLARS);
    const aside = places.map(({ target }, i) => target.x - straight[i]!.target.x);
    expect(aside[(aside.length - 1) / 2]).toBeCloseTo(10, 5);
    expect(aside[0]).toBeLessThan(4);
  });

  it('holds nothing where cloth closes around the neck', () => {
    expect(
      fitNeckline(
        cloth(() => 20),
        person,
        measures({}),
        COLLARS,
      ),
    ).toEqual([]);
  });

  it('keeps the ruffles of an off-shoulder band and passes its keyhole by', () => {
    const ruffled = (x: number) => 20 + (x % 2) + (Math.abs(x - 100) < 3 ? 15 : 0);
    const off = measures({ offShoulder: true });
    const held = fitNeckline(cloth(ruffled), person, off, COLLARS);
    expect(held.length).toBeGreaterThan(6);
    for (const { source, target } of held) {
      expect(Math.abs(source.x - 100)).toBeGreaterThanOrEqual(3);
      expect(target.y - 80).toBeCloseTo((source.y - 20) * 0.8, 5);
    }
  });
});
