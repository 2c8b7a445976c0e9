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

function measureDetail({ width, height, x: across, y: down }: CoordinateMap): Float64Array {
  const detail = new Float64Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const u = across[i]!;
      const v = down[i]!;
      if (Number.isNaN(u)) continue;
      // The shorter of the differences to either side; what is not a number is never shorter.
      let ux = x > 0 ? u - across[i - 1]! : Number.NaN;
      let uy = x > 0 ? v - down[i - 1]! : Number.NaN;
      let uu = ux * ux + uy * uy;
      if (x < width - 1) {
        const dx = across[i + 1]! - u;
        const dy = down[i + 1]! - v;
        const dd = dx * dx + dy * dy;
        if (dd < uu || Number.isNaN(uu)) {
          ux = dx;
          uy = dy;
          uu = dd;
        }
      }
      let vx = y > 0 ? u - across[i - width]! : Number.NaN;
      let vy = y > 0 ? v - down[i - width]! : Number.NaN;
      let vv = vx * vx + vy * vy;
      if (y < height - 1) {
        const dx = across[i + width]! - u;
        const dy = down[i + width]! - v;
        const dd = dx * dx + dy * dy;
        if (dd < vv || Number.isNaN(vv)) {
          vx = dx;
          vy = dy;
          vv = dd;
        }
      }
      let area = Math.abs(ux * vy - uy * vx);
      if (Number.isNaN(area)) {
        // One direction only: assume the other is alike.
        const length = Number.isNaN(uu) ? vv : uu;
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
