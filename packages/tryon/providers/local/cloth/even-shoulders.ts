import { blurMask } from '@proteus/raster/blur-mask.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane, type Rectangle } from '@proteus/raster/crop.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';
import { garmentCoverage } from './coverage.ts';
import { extendPart } from './extend-part.ts';

/** Where shoulders end, in shoulder widths from the body's middle, and how far below the joints. */
const STATIONS = [0.34, 0.68] as const;
const DOWN = 0.12;
const UP = 0.4;
/** Notches and bumps of cloth up to twice this wide are none of its own, in the same. */
const ROUNDNESS = 0.024;
/** Softness of the edge where they were, in pixels. */
const EDGE = 0.8;

/** The box around both shoulders' ends. */
function shoulderBox({ frame }: PersonAnalysis, { width, height }: Plane): Rectangle {
  const unit = frame.shoulderWidth;
  const { x, y } = frame.shoulderMiddle;
  const left = clamp(Math.floor(x - unit), 0, width - 1);
  const top = clamp(Math.floor(y - 2 * UP * unit), 0, height - 1);
  const right = clamp(Math.ceil(x + unit), left, width - 1);
  const bottom = clamp(Math.ceil(y + UP * unit), top, height - 1);
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * Evens the outline where sleeves are sewn to the torso over the shoulders' ends: parts that are bent one by
 * one meet there in a notch or a corner. Changes the garment in place.
 */
export function evenShoulders(garment: WarpedGarment, person: PersonAnalysis): void {
  const { left, right } = garment.sleeves;
  if (left === null && right === null) return;
  const { frame } = person;
  const unit = frame.shoulderWidth;
  const cover = garmentCoverage(garment);
  const box = shoulderBox(person, cover);
  const near = cropPlane(cover, box);
  const mask = planeAbove(near, 0.5);
  const round = closeMask(openMask(mask, ROUNDNESS * unit), ROUNDNESS * unit);
  const even = blurMask(round, EDGE).data;
  const wanted = new Float32Array(cover.data.length);
  const kept = new Float32Array(near.data.length).fill(1);
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, i++) {
      const across = Math.abs(acrossFrame(frame, box.x + x, box.y + y));
      const below = belowShoulders(frame, box.x + x, box.y + y) / unit;
      if (across < STATIONS[0] || across > STATIONS[1] || below > DOWN || below < -UP) continue;
      const pixel = (box.y + y) * cover.width + box.x + x;
      if (round.data[i] !== 0 && mask.data[i] === 0) wanted[pixel] = even[i]!;
      else if (even[i]! < near.data[i]!) kept[i] = even[i]! / near.data[i]!;
    }
  }
  extendPart(garment.torso, wanted, 3 * ROUNDNESS * unit);
  for (const part of [garment.torso, left, right]) {
    if (part === null) continue;
    const { data } = part.alpha;
    for (let y = 0, i = 0; y < box.height; y++) {
      const row = (box.y + y) * cover.width + box.x;
      for (let x = 0; x < box.width; x++, i++) data[row + x]! *= kept[i]!;
    }
  }
}
