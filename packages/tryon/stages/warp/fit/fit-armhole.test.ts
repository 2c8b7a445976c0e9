import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { MESH_CELL } from '../mesh/part-mesh.ts';
import { fitArmhole } from './fit-armhole.ts';

const SIZE = 200;
const TIP = { x: 140, y: 20 };
const ARMPIT = { x: 160, y: 120 };

/** A vest whose right armhole runs from the tip to the armpit with a hollow, worn twice as large. */
function armhole(hollow: number): Constraint[] {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = TIP.y; y < 180; y++) {
    const share = Math.min(1, (y - TIP.y) / (ARMPIT.y - TIP.y));
    const edge = TIP.x + (ARMPIT.x - TIP.x) * share - hollow * Math.sin(Math.PI * share);
    alpha.data.fill(1, y * SIZE + 40, y * SIZE + Math.round(edge) + 1);
  }
  const held = (source: { x: number; y: number }): Constraint => ({
    source,
    target: { x: 2 * source.x, y: 2 * source.y },
    weight: 20,
    part: 1,
  });
  return fitArmhole(
    'right',
    { alpha } as unknown as UpperBodyGarment,
    { frame: { right: { x: 1, y: 0 } } } as unknown as PersonAnalysis,
    held(TIP),
    held(ARMPIT),
    2,
  );
}

describe('a bare armhole', () => {
  it('keeps its own course between the shoulder tip and the armpit', () => {
    const held = armhole(15);
    expect(held.length).toBeGreaterThan(4);
    for (const { source, target } of held) {
      expect(Math.abs(target.x - 2 * source.x)).toBeLessThanOrEqual(2);
      expect(Math.abs(target.y - 2 * source.y)).toBeLessThanOrEqual(2);
    }
  });

  it('is held as densely as its mesh: further apart stretched cloth would hang in bows', () => {
    const rows = armhole(15).map(({ source }) => source.y);
    const gaps = rows.slice(1).map((row, index) => row - rows[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(MESH_CELL);
  });

  it('is not held where the cloth seen there is not its edge', () => {
    expect(armhole(90).length).toBeLessThan(armhole(15).length);
  });
});
