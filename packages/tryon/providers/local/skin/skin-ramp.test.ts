import { rgbToLabColour } from '@proteus/raster/rgb-to-lab.ts';
import { describe, expect, it } from 'vitest';
import { createSkinRamp, rampOffset } from './skin-ramp.ts';

const light = createSkinRamp([70, 12, 18]);
const dark = createSkinRamp([40, 22, 24]);

function at(brightness: number, ramp = light): readonly [number, number, number] {
  const offset = rampOffset(brightness);
  const [red, green, blue] = ramp.colours.subarray(offset, offset + 3);
  return rgbToLabColour(red!, green!, blue!);
}

describe('createSkinRamp', () => {
  it('gives the tone itself at brightness 1', () => {
    const [lightness, a, b] = at(1);
    expect(lightness).toBeCloseTo(70, 0);
    expect(Math.abs(a - 12)).toBeLessThan(0.7);
    expect(Math.abs(b - 18)).toBeLessThan(0.7);
  });

  it('is redder in shade and paler in shine', () => {
    expect(at(0.88)[1]).toBeGreaterThan(at(1)[1] + 1);
    expect(at(1.12)[1]).toBeLessThan(at(1)[1] - 1);
  });

  it('loses colour in the shade of dark skin', () => {
    expect(at(0.8, dark)[1]).toBeLessThan(at(1, dark)[1] - 1.5);
    expect(at(0.8, dark)[2]).toBeLessThan(at(1, dark)[2] - 1.5);
  });

  it('gets hardly lighter than the brightest skin of the photo, and never darker with more light', () => {
    const bounded = createSkinRamp([82, 6, 14], 84);
    expect(at(1.2, bounded)[0]).toBeLessThan(86);
    expect(at(1.2, bounded)[1]).toBeGreaterThan(at(1.2, createSkinRamp([82, 6, 14]))[1]);
    for (let brightness = 0.5; brightness < 1.3; brightness += 0.05) {
      expect(at(brightness + 0.05, bounded)[0]).toBeGreaterThanOrEqual(at(brightness, bounded)[0]);
    }
  });

  it('keeps brightnesses beyond its ends at the ends', () => {
    expect(rampOffset(-3)).toBe(0);
    expect(rampOffset(9)).toBe(light.colours.length - 3);
  });
});

it('tells what one step of redness changes', () => {
  const tone = [70, 12, 18] as const;
  const [red, green, blue] = createSkinRamp(tone).redder;
  expect(red).toBeGreaterThan(0.8);
  expect(green).toBeLessThan(-0.3);
  const offset = rampOffset(1);
  const [r, g, b] = light.colours.subarray(offset, offset + 3);
  const [lightness, a] = rgbToLabColour(
    Math.round(r! + 4 * red),
    Math.round(g! + 4 * green),
    Math.round(b! + 4 * blue),
  );
  expect(Math.abs(lightness - tone[0])).toBeLessThan(0.8);
  expect(Math.abs(a - tone[1] - 4)).toBeLessThan(0.8);
});
