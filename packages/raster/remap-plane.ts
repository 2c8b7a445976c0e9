import type { CoordinateMap } from './coordinate-map.ts';
import { createPlane } from './create-plane.ts';
import { levelFor, levelsNeeded, mapDetail } from './map-detail.ts';
import { buildPlaneMipmaps } from './mipmaps.ts';
import type { Plane } from './types.ts';

/**
 * Draws the plane through a coordinate map: bilinear, where the map shrinks blended between the
 * two nearest mip levels. Positions outside the plane take its nearest edge; positions that are
 * not numbers become 0.
 */
export function remapPlane(plane: Plane, map: CoordinateMap): Plane {
  const remapped = createPlane(map.width, map.height);
  const detail = mapDetail(map);
  const levels = buildPlaneMipmaps(plane, levelsNeeded(detail, 0));
  for (let i = 0; i < detail.length; i++) {
    const x = map.x[i]!;
    const y = map.y[i]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const wanted = levelFor(detail[i]!, 0);
    const level = Math.min(Math.floor(wanted), levels.length - 1);
    const blend = level < levels.length - 1 ? wanted - level : 0;
    let value = sampleLevel(levels, level, x, y);
    if (blend > 0) value += blend * (sampleLevel(levels, level + 1, x, y) - value);
    remapped.data[i] = value;
  }
  return remapped;
}

function sampleLevel(levels: readonly Plane[], level: number, x: number, y: number): number {
  const { width, height, data } = levels[level]!;
  let sx = x;
  let sy = y;
  if (level > 0) {
    sx = (x + 0.5) * (width / levels[0]!.width) - 0.5;
    sy = (y + 0.5) * (height / levels[0]!.height) - 0.5;
  }
  sx = Math.min(Math.max(sx, 0), width - 1);
  sy = Math.min(Math.max(sy, 0), height - 1);
  const left = Math.floor(sx);
  const top = Math.floor(sy);
  const right = Math.min(left + 1, width - 1);
  const upperRow = top * width;
  const lowerRow = Math.min(top + 1, height - 1) * width;
  const tx = sx - left;
  const upper = data[upperRow + left]! * (1 - tx) + data[upperRow + right]! * tx;
  const lower = data[lowerRow + left]! * (1 - tx) + data[lowerRow + right]! * tx;
  return upper + (sy - top) * (lower - upper);
}
