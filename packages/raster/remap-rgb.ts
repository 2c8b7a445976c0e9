import { catmullRomWeights } from './catmull-rom.ts';
import type { CoordinateMap } from './coordinate-map.ts';
import { levelFor, levelsNeeded, mapDetail } from './map-detail.ts';
import { sharedMipmaps } from './mipmaps.ts';
import type { RgbImage } from './types.ts';

/** A third of a level towards the sharper side keeps printed text legible without shimmer. */
const SHARPNESS = 0.35;

/**
 * Draws the image through a coordinate map: Catmull–Rom interpolation, where the map shrinks
 * blended between the two nearest mip levels. Positions outside the image take its nearest edge;
 * positions that are not numbers become black.
 *
 * @param mipmaps of the image, given where others share them.
 */
export function remapRgb(
  image: RgbImage,
  map: CoordinateMap,
  mipmaps: (levels: number) => readonly RgbImage[] = sharedMipmaps(image),
): RgbImage {
  const { width, height } = map;
  const data = new Uint8Array(width * height * 3);
  const detail = mapDetail(map);
  const levels = mipmaps(levelsNeeded(detail, SHARPNESS));
  const first = new Float64Array(3);
  const second = new Float64Array(3);
  const across = new Float64Array(4);
  const down = new Float64Array(4);
  for (let i = 0; i < detail.length; i++) {
    const x = map.x[i]!;
    const y = map.y[i]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const wanted = levelFor(detail[i]!, SHARPNESS);
    const level = Math.min(Math.floor(wanted), levels.length - 1);
    const blend = Math.min(wanted - level, level < levels.length - 1 ? 1 : 0);
    sampleLevel(levels, level, x, y, across, down, first);
    if (blend > 0) {
      sampleLevel(levels, level + 1, x, y, across, down, second);
      for (let k = 0; k < 3; k++) first[k]! += blend * (second[k]! - first[k]!);
    }
    for (let k = 0; k < 3; k++) data[i * 3 + k] = Math.min(Math.max(first[k]! + 0.5, 0), 255);
  }
  return { width, height, data };
}

function sampleLevel(
  levels: readonly RgbImage[],
  level: number,
  x: number,
  y: number,
  across: Float64Array,
  down: Float64Array,
  sample: Float64Array,
): void {
  const { width, height, data } = levels[level]!;
  let sx = x;
  let sy = y;
  if (level > 0) {
    sx = (x + 0.5) * (width / levels[0]!.width) - 0.5;
    sy = (y + 0.5) * (height / levels[0]!.height) - 0.5;
  }
  sx = Math.min(Math.max(sx, 0), width - 1);
  sy = Math.min(Math.max(sy, 0), height - 1);
  const left = Math.floor(sx) - 1;
  const top = Math.floor(sy) - 1;
  catmullRomWeights(sx - left - 1, across);
  catmullRomWeights(sy - top - 1, down);
  const last = width - 1;
  const first = Math.max(left, 0) * 3;
  const second = (left + 1) * 3;
  const third = Math.min(left + 2, last) * 3;
  const fourth = Math.min(left + 3, last) * 3;
  const a = across[0]!;
  const b = across[1]!;
  const c = across[2]!;
  const d = across[3]!;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let j = 0; j < 4; j++) {
    const row = Math.min(Math.max(top + j, 0), height - 1) * width * 3;
    const weight = down[j]!;
    const p = row + first;
    const q = row + second;
    const r = row + third;
    const s = row + fourth;
    red += weight * (a * data[p]! + b * data[q]! + c * data[r]! + d * data[s]!);
    green += weight * (a * data[p + 1]! + b * data[q + 1]! + c * data[r + 1]! + d * data[s + 1]!);
    blue += weight * (a * data[p + 2]! + b * data[q + 2]! + c * data[r + 2]! + d * data[s + 2]!);
  }
  sample[0] = red;
  sample[1] = green;
  sample[2] = blue;
}
