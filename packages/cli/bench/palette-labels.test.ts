import { describe, expect, it } from 'vitest';
import { paletteLabels } from './palette-labels.ts';

/** The chunks of a PNG that matter here, with no checksums. */
function pngOf(...chunks: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  const bytes = [137, 80, 78, 71, 13, 10, 26, 10];
  for (const [type, data] of chunks) {
    bytes.push(0, 0, 0, data.length, ...Buffer.from(type), ...data, 0, 0, 0, 0);
  }
  return Uint8Array.from(bytes);
}

describe('paletteLabels', () => {
  it('gives every colour its place in the palette', () => {
    const png = pngOf(['IHDR', [0, 0, 0, 0]], ['PLTE', [0, 0, 0, 128, 0, 0, 0, 128, 7]]);
    const decoded = { width: 3, height: 1, data: Uint8Array.of(0, 128, 7, 0, 0, 0, 128, 0, 0) };
    expect([...paletteLabels(png, decoded).data]).toEqual([2, 0, 1]);
  });

  it('refuses a picture without a palette', () => {
    const decoded = { width: 1, height: 1, data: Uint8Array.of(0, 0, 0) };
    expect(() => paletteLabels(pngOf(['IDAT', [1]]), decoded)).toThrow('palette');
  });
});
