import type { Point } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { findBites } from './find-bites.ts';

const WIDEST = 45;

/** Points every 3 px on the way from corner to corner. */
function way(...corners: readonly (readonly [number, number])[]): Point[] {
  const points: Point[] = [];
  for (let k = 0; k + 1 < corners.length; k++) {
    const [[x, y], [toX, toY]] = [corners[k]!, corners[k + 1]!];
    const steps = Math.round(Math.hypot(toX - x, toY - y) / 3);
    for (let n = 0; n < steps; n++) {
      points.push({ x: x + ((toX - x) * n) / steps, y: y + ((toY - y) * n) / steps });
    }
  }
  return points;
}

const everywhere = (points: readonly Point[], isFaint: boolean) => points.map(() => isFaint);

/** An upper edge, cloth below it, with a notch of 18 by 15 px. */
const notched = way([0, 0], [60, 0], [60, 15], [78, 15], [78, 0], [150, 0]);

describe('findBites', () => {
  it('finds a notch in a straight edge, mouth to mouth', () => {
    const bites = findBites(notched, everywhere(notched, true), WIDEST);
    expect(bites).toHaveLength(1);
    const [from, to] = [notched[bites[0]!.from]!, notched[bites[0]!.to]!];
    expect(Math.abs(from.y) + Math.abs(to.y)).toBeLessThan(4);
    expect(from.x).toBeLessThanOrEqual(60);
    expect(to.x).toBeGreaterThanOrEqual(78);
  });

  it('finds a notch that begins at a corner of the cloth', () => {
    const corner = way([0, 60], [0, 0], [3, 14], [18, 14], [20, 0], [90, 0]);
    expect(findBites(corner, everywhere(corner, true), WIDEST)).toHaveLength(1);
  });

  it('leaves notches that show', () => {
    expect(findBites(notched, everywhere(notched, false), WIDEST)).toEqual([]);
  });

  it('leaves wider ones', () => {
    const wide = way([0, 0], [60, 0], [60, 15], [120, 15], [120, 0], [180, 0]);
    expect(findBites(wide, everywhere(wide, true), WIDEST)).toEqual([]);
  });

  it('leaves armpits, where the outline turns away on both sides', () => {
    const armpit = way([0, 0], [60, 60], [63, 60], [123, 0]);
    expect(findBites(armpit, everywhere(armpit, true), WIDEST)).toEqual([]);
  });

  it('leaves what sticks out', () => {
    const bump = way([0, 0], [60, 0], [60, -15], [78, -15], [78, 0], [150, 0]);
    expect(findBites(bump, everywhere(bump, true), WIDEST)).toEqual([]);
  });
});
