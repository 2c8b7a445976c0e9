import type { CoordinateMap } from './coordinate-map.ts';

/** A map is read by several pictures. */
const known = new WeakMap<CoordinateMap, Float64Array>();

/**
 * How far the map shrinks the source at each target pixel, as the mip level to read: half the
 * binary logarithm of the source area that one target pixel covers, at least 0. Taken from the
 * difference to the neighbour on the side where the map changes less, as the other may belong to
 * another part of a mesh, or to nothing.
 *
 * @param map must not change any more.
 * @see Williams 1983, "Pyramidal Parametrics".
 */
export function mapDetail(map: CoordinateMap): Float64Array {
  const detail = known.get(map) ?? measureDetail(map);
  known.set(map, detail);
  return detail;
}

function measureDetail(map: CoordinateMap): Float64Array {
  const { width, height } = map;
  const detail = new Float64Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (Number.isNaN(map.x[i]!)) continue;
      let ux = Number.NaN;
      let uy = Number.NaN;
      let vx = Number.NaN;
      let vy = Number.NaN;
      let shortest = Number.POSITIVE_INFINITY;
      for (let side = -1; side <= 1; side += 2) {
        if (x + side < 0 || x + side >= width) continue;
        const dx = side * (map.x[i + side]! - map.x[i]!);
        const dy = side * (map.y[i + side]! - map.y[i]!);
        if (dx * dx + dy * dy < shortest) {
          shortest = dx * dx + dy * dy;
          ux = dx;
          uy = dy;
        }
      }
      shortest = Number.POSITIVE_INFINITY;
      for (let side = -1; side <= 1; side += 2) {
        if (y + side < 0 || y + side >= height) continue;
        const dx = side * (map.x[i + side * width]! - map.x[i]!);
        const dy = side * (map.y[i + side * width]! - map.y[i]!);
        if (dx * dx + dy * dy < shortest) {
          shortest = dx * dx + dy * dy;
          vx = dx;
          vy = dy;
        }
      }
      let area = Math.abs(ux * vy - uy * vx);
      if (Number.isNaN(area)) {
        // One direction only: assume the other is alike.
        const length = Number.isNaN(ux) ? vx * vx + vy * vy : ux * ux + uy * uy;
        area = Number.isNaN(length) ? 1 : length;
      }
      if (area > 1) detail[i] = 0.5 * Math.log2(area);
    }
  }
  return detail;
}

/**
 * The mip level to read for a detail.
 *
 * @param sharpness above 0 prefers sharper levels to smoother ones.
 */
export function levelFor(detail: number, sharpness: number): number {
  return Math.fround(Math.max(0, detail - sharpness));
}

/** Number of pyramid levels that a detail map reads. */
export function levelsNeeded(detail: Float64Array, sharpness: number): number {
  let most = 0;
  for (let i = 0; i < detail.length; i++) if (detail[i]! > most) most = detail[i]!;
  return Math.ceil(levelFor(most, sharpness)) + 1;
}
