import { describe, expect, it } from 'vitest';
import { skinInLight } from './skin-line.ts';
import type { LabColour } from './skin-reference.ts';

describe('skinInLight', () => {
  it('is the tone itself in its own light, and comes back to it from any other', () => {
    const tone: LabColour = [73, 9, 15];
    skinInLight(tone, 73).forEach((value, channel) => {
      expect(value).toBeCloseTo(tone[channel]!, 9);
    });
    const [lightness, a, b] = skinInLight(skinInLight(tone, 41), 73);
    expect(lightness).toBe(73);
    expect(a).toBeCloseTo(9, 9);
    expect(b).toBeCloseTo(15, 9);
  });

  it('reddens pale skin in shade and bleaches it in shine', () => {
    const pale: LabColour = [80, 7, 14];
    expect(skinInLight(pale, 60)[1]).toBeGreaterThan(11);
    expect(skinInLight(pale, 90)[1]).toBeLessThan(4);
  });

  it('takes the colour from dark skin in shade', () => {
    const dark: LabColour = [45, 23, 27];
    const [, a, b] = skinInLight(dark, 25);
    expect(a).toBeLessThan(19);
    expect(b).toBeLessThan(20);
  });
});
