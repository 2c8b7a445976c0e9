import type { Mask } from '@proteus/raster/types.ts';

/**
 * Removes from a mask every loose pixel that can be reached from outside it through loose pixels.
 *
 * @param mask changed in place.
 * @param loose non-zero where a pixel may be removed; used up.
 */
export function floodFromOutside(mask: Mask, loose: Uint8Array): void {
  const { width, height, data } = mask;
  const queue = new Int32Array(width * height);
  let end = 0;
  const visit = (i: number) => {
    if (!loose[i]) return;
    loose[i] = 0;
    data[i] = 0;
    queue[end++] = i;
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (!loose[i]) continue;
      if (!data[i - 1] || !data[i + 1] || !data[i - width] || !data[i + width]) visit(i);
    }
  }
  for (let start = 0; start < end; start++) {
    const i = queue[start]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
}
