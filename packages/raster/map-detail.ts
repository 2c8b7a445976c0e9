import type { CoordinateMap } from './coordinate-map.ts';

/**
 * How far the map shrinks the source at each target pixel, as the mip level to read: half the
 * binary logarithm of the source area that one target pixel covers, at least 0. Taken from
 * differences between neighbours, on whichever side there is one.
 *
 * @param sharpness is subtracted: above 0 prefers sharper levels to smoother ones.
 * @see Williams 1983, "Pyramidal Parametrics".
 */
export function mapDetail(map: CoordinateMap, sharpness: number): Float32Array {
  const { width, height } = map;
  const detail = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (Number.isNaN(map.x[i]!)) continue;
      let next = i + 1;
      if (x === width - 1 || Number.isNaN(map.x[next]!)) next = i - 1;
      let below = i + width;
      if (y === height - 1 || Number.isNaN(map.x[below]!)) below = i - width;
      const hasNext = next > i || x > 0;
      const hasBelow = below > i || y > 0;
      const ux = hasNext ? map.x[next]! - map.x[i]! : Number.NaN;
      const uy = hasNext ? map.y[next]! - map.y[i]! : Number.NaN;
      const vx = hasBelow ? map.x[below]! - map.x[i]! : Number.NaN;
      const vy = hasBelow ? map.y[below]! - map.y[i]! : Number.NaN;
      let area = Math.abs(ux * vy - uy * vx);
      if (Number.isNaN(area)) {
        // One direction only: assume the other is alike.
        const length = Number.isNaN(ux) ? vx * vx + vy * vy : ux * ux + uy * uy;
        area = Number.isNaN(length) ? 1 : length;
      }
      if (area > 1) detail[i] = Math.max(0, 0.5 * Math.log2(area) - sharpness);
    }
  }
  return detail;
}

/** Number of pyramid levels that a detail map reads. */
export function levelsNeeded(detail: Float32Array): number {
  let most = 0;
  for (let i = 0; i < detail.length; i++) if (detail[i]! > most) most = detail[i]!;
  return Math.ceil(most) + 1;
}
