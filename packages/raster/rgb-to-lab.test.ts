import { describe, expect, it } from 'vitest';
import { labToRgb, labToRgbColour } from './lab-to-rgb.ts';
import { rgbToLab, rgbToLabColour } from './rgb-to-lab.ts';

/** The definition, written out plainly. */
function exactLab(r: number, g: number, b: number): number[] {
  const decode = (value: number) => {
    const v = value / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  const [lr, lg, lb] = [decode(r), decode(g), decode(b)];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = f((0.4123908 * lr + 0.3575843 * lg + 0.1804808 * lb) / 0.9504559);
  const y = f(0.212639 * lr + 0.7151687 * lg + 0.0721923 * lb);
  const z = f((0.0193308 * lr + 0.1191948 * lg + 0.9505322 * lb) / 1.0890578);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Every combination of 18 levels a channel, black and white included. */
function colourCube(): Uint8Array {
  const levels = Array.from({ length: 18 }, (_, i) => i * 15);
  return Uint8Array.from(
    levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b]))),
  );
}

describe('rgbToLab', () => {
  it('gives the published values of the primaries', () => {
    const published = [
      [255, 0, 0, 53.24, 80.09, 67.2],
      [0, 255, 0, 87.73, -86.18, 83.18],
      [0, 0, 255, 32.3, 79.19, -107.86],
      [255, 255, 255, 100, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ] as const;
    for (const [r, g, b, ...lab] of published) {
      const measured = rgbToLabColour(r, g, b);
      for (let k = 0; k < 3; k++) expect(measured[k]).toBeCloseTo(lab[k]!, 1);
    }
  });

  it('stays within 0.005 of the exact definition over the whole cube', () => {
    const data = colourCube();
    const lab = rgbToLab({ width: data.length / 3, height: 1, data });
    let worst = 0;
    for (let i = 0; i < data.length; i += 3) {
      const exact = exactLab(data[i]!, data[i + 1]!, data[i + 2]!);
      for (let k = 0; k < 3; k++) worst = Math.max(worst, Math.abs(lab.data[i + k]! - exact[k]!));
    }
    expect(worst).toBeLessThan(0.005);
  });

  it('gives greys no colour', () => {
    for (const grey of [1, 17, 128, 254]) {
      const [, a, b] = rgbToLabColour(grey, grey, grey);
      expect(Math.abs(a)).toBeLessThan(1e-4);
      expect(Math.abs(b)).toBeLessThan(1e-4);
    }
  });
});

describe('labToRgb', () => {
  it('brings every colour back exactly', () => {
    const data = colourCube();
    const image = { width: data.length / 3, height: 1, data };
    expect(labToRgb(rgbToLab(image)).data).toEqual(data);
  });

  it('clamps colours that sRGB cannot show', () => {
    expect(labToRgbColour(140, 0, 0)).toEqual([255, 255, 255]);
    expect(labToRgbColour(-5, 0, 0)).toEqual([0, 0, 0]);
    expect(labToRgbColour(50, 127, 127)[1]).toBe(0);
  });
});
