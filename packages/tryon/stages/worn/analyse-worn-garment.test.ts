import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import { GARMENT_PART, type UpperBodyGarment } from '../../garment-analysis.ts';
import { analyseWornGarment } from './analyse-worn-garment.ts';
import { cutWornGarment } from './cut-worn-garment.ts';
import { drawWearer, WEARER, type WearerOptions } from './testing/drawn-wearer.ts';

const keepOn = () => {};

function wornTop(options: WearerOptions): UpperBodyGarment {
  const person = drawWearer(options);
  return analyseWornGarment(
    cutWornGarment(person, 'upper', keepOn)!,
    person,
    keepOn,
  ) as UpperBodyGarment;
}

const partAt = ({ parts }: UpperBodyGarment, x: number, y: number) =>
  parts.data[y * WEARER.width + x];

describe('a top on its wearer', () => {
  it('has sleeves that hang against the torso, and its hem above their ends', () => {
    const top = wornTop({ sleeve: 1 });
    expect(top.left.sleeve).not.toBeNull();
    expect(top.right.sleeve).not.toBeNull();
    expect(partAt(top, 61, 120)).toBe(GARMENT_PART.leftSleeve);
    expect(partAt(top, 139, 120)).toBe(GARMENT_PART.rightSleeve);
    expect(partAt(top, 59, 144)).toBe(GARMENT_PART.leftSleeve);
    expect(partAt(top, 90, 120)).toBe(GARMENT_PART.torso);
    expect(Math.abs(top.hem - WEARER.hem)).toBeLessThan(4);
    expect(Math.abs(top.left.hem.y - WEARER.hem)).toBeLessThan(8);
    expect(Math.abs(top.left.armpit.x + top.right.armpit.x - 2 * WEARER.middle)).toBeLessThan(6);
    expect(top.innerCollar.data.some((value) => value > 0)).toBe(false);
  });

  it('has no sleeves where the arms are bare', () => {
    const top = wornTop({ sleeve: 0 });
    expect(top.left.sleeve).toBeNull();
    expect(top.right.sleeve).toBeNull();
    expect(top.left.tip.x).toBeLessThan(top.left.collar.x);
    expect(top.left.tip.y).toBeLessThan(WEARER.shoulders);
  });

  it('has no sleeve of what shows of one behind the torso', () => {
    const top = wornTop({
      sleeve: 0.6,
      partAt: (x, y) => (x < 66 && y < 160 ? PART.background : undefined),
    });
    expect(top.left.sleeve).toBeNull();
    expect(top.right.sleeve).not.toBeNull();
    expect(top.parts.data.includes(GARMENT_PART.leftSleeve)).toBe(false);
  });

  it('is less sure the more of it is guessed', () => {
    const covered = wornTop({
      partAt: (x, y) => (y > 90 && y < 112 && x > 60 && x < 122 ? PART['right-hand'] : undefined),
    });
    expect(covered.confidence).toBeLessThan(wornTop({}).confidence);
  });
});
