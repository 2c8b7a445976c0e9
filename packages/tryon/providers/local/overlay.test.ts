import type { RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { applyOverlay, createOverlay, darken, paint, reveal, shift } from './overlay.ts';
import { applyOverlayAtSize } from './restore-full-size.ts';

function noise(width: number, height: number): RgbImage {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 97 + 31) % 256);
  return { width, height, data };
}

describe('overlay', () => {
  it('leaves every byte of the photo that nothing was painted on', () => {
    const photo = noise(6, 4);
    const overlay = createOverlay(photo);
    paint(overlay, 9, 200, 100, 50, 1);
    const result = applyOverlay(photo, overlay);
    expect([...result.data.subarray(27, 30)]).toEqual([200, 100, 50]);
    result.data.set(photo.data.subarray(27, 30), 27);
    expect(result.data).toEqual(photo.data);
  });

  it('lays colours over each other in order', () => {
    const photo: RgbImage = { width: 1, height: 1, data: Uint8Array.of(0, 0, 0) };
    const overlay = createOverlay(photo);
    paint(overlay, 0, 200, 200, 200, 1);
    paint(overlay, 0, 100, 0, 0, 0.5);
    expect([...applyOverlay(photo, overlay).data]).toEqual([150, 100, 100]);
  });

  it('shifts the photo’s colours and keeps its detail, also at another size', () => {
    const photo = noise(8, 8);
    for (let i = 0; i < photo.data.length; i++) photo.data[i] = 60 + (photo.data[i]! % 100);
    const small = { width: 4, height: 4 };
    const overlay = createOverlay(small);
    for (let pixel = 0; pixel < 16; pixel++) shift(overlay, pixel, -12, 5, 0);
    const result = applyOverlayAtSize(photo, small, overlay, { x: 0, y: 0, ...small });
    const shifted = photo.data.map((value, i) => value + ([-12, 5, 0][i % 3] ?? 0));
    expect(result.data).toEqual(shifted);

    const same = createOverlay(photo);
    for (let pixel = 0; pixel < 64; pixel++) shift(same, pixel, -12, 5, 0);
    expect(applyOverlay(photo, same).data).toEqual(shifted);
  });

  it('brings the exact photo back where it is revealed', () => {
    const photo = noise(2, 1);
    const overlay = createOverlay(photo);
    paint(overlay, 0, 9, 9, 9, 1);
    darken(overlay, 0, 0.5);
    reveal(overlay, 0, 1);
    expect(applyOverlay(photo, overlay).data).toEqual(photo.data);
  });

  it('darkens photo and paint alike', () => {
    const photo: RgbImage = { width: 1, height: 1, data: Uint8Array.of(100, 100, 100) };
    const overlay = createOverlay(photo);
    paint(overlay, 0, 200, 200, 200, 0.5);
    darken(overlay, 0, 0.5);
    expect([...applyOverlay(photo, overlay).data]).toEqual([75, 75, 75]);
  });
});

describe('applyOverlayAtSize', () => {
  const window = { x: 3, y: 2, width: 4, height: 4 };
  const working = { width: 10, height: 8 };

  function paintedOverlay() {
    const overlay = createOverlay(window);
    for (let y = 1; y < 3; y++)
      for (let x = 1; x < 3; x++) paint(overlay, y * 4 + x, 10, 250, 10, 1);
    return overlay;
  }

  it('keeps every byte outside the painted part at three times the size', () => {
    const photo = noise(30, 24);
    const result = applyOverlayAtSize(photo, working, paintedOverlay(), window);
    for (let y = 0; y < 24; y++) {
      for (let x = 0; x < 30; x++) {
        // Painted: working pixels 4 and 5 across, 3 and 4 down; one more around them is blended.
        const near = x >= 9 && x < 21 && y >= 6 && y < 18;
        const at = (y * 30 + x) * 3;
        if (!near) expect(result.data[at]).toBe(photo.data[at]);
      }
    }
    const middle = (12 * 30 + 15) * 3;
    expect(result.data[middle + 1]).toBeGreaterThan(240);
  });

  it('paints a photo of any size up to its very edges where the window ends there', () => {
    const whole = { x: 0, y: 0, ...working };
    const overlay = createOverlay(working);
    for (let pixel = 0; pixel < 80; pixel++) paint(overlay, pixel, 10, 250, 10, 1);
    for (const [width, height] of [
      [5, 4],
      [13, 11],
      [90, 70],
    ] as const) {
      const { data } = applyOverlayAtSize(noise(width, height), working, overlay, whole);
      for (let at = 0; at < data.length; at += 3) {
        expect([...data.subarray(at, at + 3)], `${width}, ${at}`).toEqual([10, 250, 10]);
      }
    }
  });

  it('also works for photos smaller than the working picture', () => {
    const photo = noise(5, 4);
    const result = applyOverlayAtSize(photo, working, paintedOverlay(), window);
    expect([...result.data.subarray(0, 3)]).toEqual([...photo.data.subarray(0, 3)]);
    expect(result.data).not.toEqual(photo.data);
  });
});
