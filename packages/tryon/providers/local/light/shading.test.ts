import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { measureShading } from './shading.ts';

const SIZE = { width: 120, height: 120 };

/** A square of cloth whose lightness a test decides; everything else is background. */
function clothOf(lightnessAt: (x: number, y: number) => number): NearbyPerson {
  const data = new Float32Array(120 * 120 * 3);
  const parts = new Uint8Array(120 * 120);
  for (let y = 20; y < 100; y++) {
    for (let x = 20; x < 100; x++) {
      parts[y * 120 + x] = PART['upper-clothes'];
      data[(y * 120 + x) * 3] = lightnessAt(x, y);
    }
  }
  return {
    picture: { ...SIZE, data: new Uint8Array(120 * 120 * 3) },
    lab: { ...SIZE, data },
    parts: { ...SIZE, data: parts },
    frame: { shoulderWidth: 80 },
  } as unknown as NearbyPerson;
}

const at = (x: number, y: number) => y * 120 + x;

describe('measureShading', () => {
  it('finds the fold in plain cloth', () => {
    const shade = measureShading(clothOf((x) => 60 - 12 * Math.exp(-(((x - 60) / 6) ** 2)))).data;
    expect(shade[at(60, 60)]).toBeLessThan(0.93);
    expect(shade[at(60, 60)]).toBeLessThan(shade[at(40, 60)]!);
  });

  it('does not take a white print on dark cloth for light', () => {
    const print = (x: number, y: number) => Math.abs(x - 60) < 7 && Math.abs(y - 60) < 7;
    const shade = measureShading(clothOf((x, y) => (print(x, y) ? 95 : 12))).data;
    expect(shade[at(60, 60)]).toBeLessThan(1.03);
    expect(shade[at(35, 60)]).toBeCloseTo(1, 1);
  });

  it('believes black cloth less than bright cloth', () => {
    const foldIn = (lightness: number) =>
      measureShading(clothOf((x) => lightness * (1 - 0.3 * Math.exp(-(((x - 60) / 8) ** 2))))).data[
        at(60, 60)
      ]!;
    expect(1 - foldIn(9)).toBeLessThan(0.5 * (1 - foldIn(45)));
  });

  it('says nothing outside the cloth', () => {
    expect(measureShading(clothOf(() => 50)).data[at(5, 5)]).toBe(1);
  });
});
