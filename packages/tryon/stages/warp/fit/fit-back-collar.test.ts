import { createPlane } from '@proteus/raster/create-plane.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { fitBackCollar } from './fit-back-collar.ts';
import type { TorsoMeasures } from './torso-measures.ts';

const SIZE = 200;
const frame = { down: { x: 0, y: 1 } } as TorsoFrame;
const measures = { along: 0.8, offShoulder: false } as TorsoMeasures;

/** Cloth from row 22 on; the inside of its back is seen between columns 60 and 140 down to row 40. */
function tee(): UpperBodyGarment {
  const alpha = createPlane(SIZE, SIZE);
  const innerCollar = createPlane(SIZE, SIZE);
  for (let y = 22; y < SIZE; y++) {
    alpha.data.fill(1, y * SIZE + 30, y * SIZE + 170);
    if (y < 40) innerCollar.data.fill(1, y * SIZE + 60, y * SIZE + 141);
  }
  return { alpha, innerCollar } as unknown as UpperBodyGarment;
}

const end = (x: number, atX: number, atY: number): Constraint => ({
  source: { x, y: 20 },
  target: { x: atX, y: atY },
  weight: 96,
  part: 1,
});

describe('fitting a back collar', () => {
  it('lies between the ends of the neckline as it does flat, however they slope', () => {
    const height = fc.integer({ min: 60, max: 100 });
    fc.assert(
      fc.property(height, height, (left, right) => {
        const ends = [end(60, 70, left), end(140, 130, right)] as const;
        const held = fitBackCollar(tee(), frame, measures, ends);
        expect(held.length).toBeGreaterThan(5);
        for (const { source, target } of held) {
          const share = (source.x - 60) / 80;
          expect(target.x).toBeCloseTo(70 + 60 * share);
          expect(target.y).toBeCloseTo(left + (right - left) * share + 2 * 0.8);
        }
      }),
    );
  });

  it('holds nothing where no inside of the back is seen', () => {
    const closed = { ...tee(), innerCollar: createPlane(SIZE, SIZE) };
    const ends = [end(60, 70, 80), end(140, 130, 80)] as const;
    expect(fitBackCollar(closed, frame, measures, ends)).toEqual([]);
  });
});
