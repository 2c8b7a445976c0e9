import { PART } from '@proteus/contracts/person-parts.ts';
import type { RgbaImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { cutWornGarment } from './cut-worn-garment.ts';
import { CLOTH, drawWearer, WEARER } from './testing/drawn-wearer.ts';

const keepOn = () => {};

function at({ width, data }: RgbaImage, x: number, y: number) {
  const i = 4 * (y * width + x);
  return [...data.subarray(i, i + 4)];
}

const SOLID = [...CLOTH, 255];

describe('a garment that is worn', () => {
  it('goes on beneath a forearm that crosses it', () => {
    const person = drawWearer({
      partAt: (x, y) =>
        y >= 96 && y < 108 && x > 60 && x < 120 ? PART['right-forearm'] : undefined,
    });
    const { cutOut, category, hidden } = cutWornGarment(person, 'auto', keepOn)!;
    expect(category).toBe('upper');
    expect(at(cutOut, 100, 80)).toEqual(SOLID);
    // In the middle of the arm and where its edge has mixed with the cloth.
    for (const y of [94, 96, 102, 107, 109]) expect(at(cutOut, 100, y)).toEqual(SOLID);
    expect(at(cutOut, 100, WEARER.hem + 20)[3]).toBe(0);
    expect(hidden).toBeGreaterThan(0.03);
    expect(hidden).toBeLessThan(0.3);
  });

  it('goes on beneath a lock on one shoulder, and beneath what of the lock was taken for skin', () => {
    const person = drawWearer({
      partAt: (x, y) => {
        if (y < 40 || y > 82 || x < 112 || x >= 124) return undefined;
        return x >= 121 ? PART['torso-skin'] : PART.hair;
      },
    });
    const { cutOut } = cutWornGarment(person, 'upper', keepOn)!;
    for (const x of [113, 116, 120, 122]) expect(at(cutOut, x, 66)).toEqual(SOLID);
    expect(at(cutOut, 116, 42)[3]).toBe(0);
  });

  it('leaves open what the backdrop shows through', () => {
    const person = drawWearer({
      partAt: (x, y) => (x > 75 && x < 82 && y > 90 && y < 110 ? PART.background : undefined),
    });
    expect(at(cutWornGarment(person, 'upper', keepOn)!.cutOut, 78, 100)[3]).toBe(0);
  });

  it('is the trousers when they are asked for', () => {
    const { cutOut } = cutWornGarment(drawWearer(), 'lower', keepOn)!;
    expect(at(cutOut, 85, 170)[3]).toBe(255);
    expect(at(cutOut, 100, 90)[3]).toBe(0);
  });
});
