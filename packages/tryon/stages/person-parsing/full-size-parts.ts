import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS, type Region } from '../../person-analysis.ts';

/** Rings of parse pixels in which a part of the right region is looked for. */
const SEARCH = 3;

/** The part of the nearest parse pixel of a region, or -1. */
function nearestPart(
  labels: Uint8Array,
  parts: Uint8Array,
  { width, height }: Size,
  column: number,
  row: number,
  region: number,
): number {
  for (let ring = 0; ring <= SEARCH; ring++) {
    for (let y = Math.max(0, row - ring); y <= Math.min(height - 1, row + ring); y++) {
      const edge = Math.abs(y - row) === ring;
      for (let x = column - ring; x <= column + ring; x += edge ? 1 : Math.max(1, 2 * ring)) {
        if (x < 0 || x >= width) continue;
        const i = y * width + x;
        if (labels[i] === region) return parts[i]!;
      }
    }
  }
  return -1;
}

/**
 * Labels the parts at the picture's size: the outlines come from the soft regions, the limbs from
 * the parse.
 *
 * @param labels index into `REGIONS` of each parse pixel.
 * @param parts label by `PERSON_PARTS` of each parse pixel.
 */
export function fullSizeParts(
  regions: { readonly [Name in Region]: Plane },
  labels: Uint8Array,
  parts: Uint8Array,
  parseSize: Size,
): Mask {
  const { width, height } = regions.background;
  const planes = REGIONS.map((region) => regions[region].data);
  const full = createMask(width, height);
  const columns = Int32Array.from({ length: width }, (_, x) =>
    Math.floor(((x + 0.5) * parseSize.width) / width),
  );
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * parseSize.height) / height);
    for (let x = 0; x < width; x++, i++) {
      const column = columns[x]!;
      const at = row * parseSize.width + column;
      let best = labels[at]!;
      if (planes[best]![i]! < 0.5) {
        for (let region = 0; region < planes.length; region++) {
          if (planes[region]![i]! > planes[best]![i]!) best = region;
        }
      }
      if (best === labels[at]) full.data[i] = parts[at]!;
      else {
        const part = nearestPart(labels, parts, parseSize, column, row, best);
        full.data[i] = part < 0 ? parts[at]! : part;
      }
    }
  }
  return full;
}
