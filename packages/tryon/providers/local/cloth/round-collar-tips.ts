import { blurMask } from '@proteus/raster/blur-mask.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import {
  acrossFrame,
  belowShoulders,
  pointInFrame,
} from '../../../stages/warp/body/frame-coordinates.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';

/** A tip is narrower than twice this, in shoulder widths. */
const HALF_WIDTH = 0.03;
/** Tips stand up between neck and shoulder: no further from the body's middle, nor lower, in shoulder widths. */
const WIDEST = 0.5;
const LOWEST = 0.1;
/** The soft edge of cloth reaches so many pixels out. */
const EDGE = 2;
/** From this share of background on a pixel lies outside the person. */
const OUTSIDE = 0.5;

/**
 * Takes off the tips of a neckline that stand up into the wall beside the neck: a collar's corner lies on
 * the shoulder, however high the warp put it. Changes the torso's alpha in place.
 */
export function roundCollarTips(
  { torso, sleeves }: WarpedGarment,
  { frame, regions }: Pick<PersonAnalysis, 'frame' | 'regions'>,
): void {
  const { width, height, data } = torso.alpha;
  const unit = frame.shoulderWidth;
  const reach = HALF_WIDTH * unit;
  const joints = [-0.5, 0.5].map((across) => pointInFrame(frame, across, 0).y);
  const end = Math.ceil(Math.max(...joints) + LOWEST * unit + 2 * reach);
  const rows = Math.min(height, Math.max(1, end));
  const { left, right } = sleeves;
  const body = new Uint8Array(rows * width);
  for (let i = 0; i < body.length; i++) {
    const cloth = Math.max(data[i]!, left?.alpha.data[i] ?? 0, right?.alpha.data[i] ?? 0);
    body[i] = regions.background.data[i]! < OUTSIDE || cloth > 0.5 ? 255 : 0;
  }
  const kept = blurMask(openMask({ width, height: rows, data: body }, reach), 1).data;
  for (let y = 0, pixel = 0; y < rows; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (data[pixel] === 0 || kept[pixel]! >= data[pixel]!) continue;
      if (regions.background.data[pixel]! < OUTSIDE) continue;
      if (Math.abs(acrossFrame(frame, x, y)) > WIDEST) continue;
      if (belowShoulders(frame, x, y) > LOWEST * unit) continue;
      data[pixel] = kept[pixel]!;
    }
  }
  dropIslands(data, width, rows, (2 * reach) ** 2);
}

/** Drops what was cut off from the rest: the part of a tip that lay over old cloth beside the neck. Changes the alpha in place. */
function dropIslands(alpha: Float32Array, width: number, rows: number, largest: number): void {
  const firm = planeAbove({ width, height: rows, data: alpha.subarray(0, rows * width) }, 0.5);
  const { labels, components } = connectedComponents(firm);
  const isIsland = new Uint8Array(components.length + 1);
  for (const { label, y, height, area } of components) {
    if (y + height < rows && area < largest) isIsland[label] = 1;
  }
  if (!isIsland.includes(1)) return;
  for (let pixel = 0; pixel < labels.length; pixel++) {
    if (isIsland[labels[pixel]!]) firm.data[pixel] = 0;
  }
  const kept = dilate(firm, EDGE).data;
  for (let pixel = 0; pixel < kept.length; pixel++) if (kept[pixel] === 0) alpha[pixel] = 0;
}
