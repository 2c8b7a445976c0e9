import type { LabImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { modelBackground } from './background-model.ts';

const SIZE = { width: 120, height: 160 };
const WHOLE = { x: 0, y: 0, ...SIZE };

function paint(lightness: (x: number, y: number) => number): LabImage {
  const data = new Float32Array(SIZE.width * SIZE.height * 3);
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) data[3 * (y * SIZE.width + x)] = lightness(x, y);
  }
  return { ...SIZE, data };
}

const onGarment = (x: number, y: number) => Math.abs(x - 60) < 25 && Math.abs(y - 80) < 40;

describe('modelBackground', () => {
  it('follows a studio gradient behind the garment', () => {
    const gradient = (x: number, y: number) => 90 + 0.05 * x - 0.0003 * (y - 80) ** 2;
    const model = modelBackground(
      paint((x, y) => (onGarment(x, y) ? 30 : gradient(x, y))),
      WHOLE,
    );
    const { window } = model;
    const at = (80 - window.y) * window.width + 60 - window.x;
    expect(Math.abs(model.lab.data[3 * at]! - gradient(60, 80))).toBeLessThan(1);
    expect(model.difference.data[at]).toBeGreaterThan(50);
    expect(model.plainness).toBe(1);
    expect(model.noise).toBeLessThan(0.5);
  });

  it('looks only where something differs', () => {
    const { window } = modelBackground(
      paint((x, y) => (onGarment(x, y) ? 30 : 95)),
      WHOLE,
    );
    expect(window.x).toBeGreaterThan(15);
    expect(window.x).toBeLessThan(35);
    expect(window.y + window.height).toBeLessThan(140);
  });

  it('is not misled by a strip along an edge or a sleeve that leaves the photo', () => {
    const model = modelBackground(
      paint((x, y) => {
        if (y > 156) return 40;
        return onGarment(x, y) || (y > 70 && y < 95 && x < 60) ? 30 : 95;
      }),
      WHOLE,
    );
    expect(model.noise).toBeLessThan(0.5);
    expect(model.window.y + model.window.height).toBeLessThan(157);
    expect(model.plainness).toBeGreaterThan(0.9);
  });

  it('looks past padding of nearly the colour of the backdrop', () => {
    const isPadding = (x: number, y: number) => x < 24 || x > 95 || y < 10 || y > 149;
    const { window } = modelBackground(
      paint((x, y) => {
        if (isPadding(x, y)) return 100;
        return onGarment(x, y) ? 30 : 98.8;
      }),
      WHOLE,
    );
    expect(window.x).toBeGreaterThan(24);
    expect(window.x + window.width).toBeLessThan(97);
  });

  it('takes no garment that fills the photo for a backdrop beside padding', () => {
    const { window } = modelBackground(
      paint((x, y) => (x > 20 && x < 100 && y > 30 && y < 130 ? 30 : 100)),
      WHOLE,
    );
    expect(window.x).toBeLessThan(21);
    expect(window.width).toBeGreaterThan(80);
  });

  it('says when the border is no plain backdrop', () => {
    const model = modelBackground(
      paint((x, y) => ((Math.floor(x / 8) + Math.floor(y / 8)) % 3) * 40 + 10),
      WHOLE,
    );
    expect(model.plainness).toBeLessThan(0.5);
  });
});
