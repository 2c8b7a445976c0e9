import { pushPullFill } from '../push-pull-fill.ts';
import type { RgbImage } from '../types.ts';
import type { ExemplarLevel } from './exemplar-level.ts';
import type { PatchField } from './patch-field.ts';
import { ROLE } from './role.ts';
import { PATCH_REACH } from './whole-patches.ts';

/** Tones are slow to change: differences are averaged over blocks of so many pixels. */
const BLOCK = 8;
/** Patches that a block needs to tell of. */
const ENOUGH = 4;
/** No tone is shifted further than this, in 8-bit steps: what differs more is another thing. */
export const MOST_SHIFTED = 16;
/** Known pixels of a patch that depart from their mean difference by more, in 8-bit steps, show another thing. */
const MOST_UNEVEN = 8;
/** What a difference of 0 is kept as, between 0 and 255. */
const NONE = 128;

/** A patch has to cover this many known pixels to tell of a difference. */
const ENOUGH_KNOWN = 7;

/**
 * Mean difference between the known pixels around a target and its source patch, into `mean`.
 *
 * @returns whether that is one of tone: many pixels tell of the same.
 */
function differenceAt(
  { data, roles, width }: ExemplarLevel,
  target: number,
  source: number,
  mean: Float32Array,
): boolean {
  mean.fill(0);
  let count = 0;
  let squares = 0;
  for (let dy = -PATCH_REACH; dy <= PATCH_REACH; dy++) {
    const first = target + dy * width - PATCH_REACH;
    for (let q = first; q <= first + 2 * PATCH_REACH; q++) {
      if (roles[q]! < ROLE.context) continue;
      const s = q + source - target;
      for (let k = 0; k < 3; k++) {
        const difference = data[q * 3 + k]! - data[s * 3 + k]!;
        mean[k]! += difference;
        squares += difference * difference;
      }
      count++;
    }
  }
  if (count < ENOUGH_KNOWN) return false;
  for (let k = 0; k < 3; k++) {
    mean[k]! /= count;
    squares -= count * mean[k]! * mean[k]!;
  }
  return squares <= 3 * count * MOST_UNEVEN ** 2;
}

/** The differences along the hole's edge, by block, continued over the hole. */
function spreadDifferences(level: ExemplarLevel, { targets, best }: PatchField): RgbImage {
  const width = Math.ceil(level.width / BLOCK);
  const height = Math.ceil(level.height / BLOCK);
  const sums = new Float32Array(width * height * 3);
  const counts = new Uint16Array(width * height);
  const mean = new Float32Array(3);
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    // Those around known pixels are no part of what is seen, and fit better.
    if (level.roles[target] !== ROLE.hole) continue;
    if (!differenceAt(level, target, best[target]!, mean)) continue;
    const row = Math.floor(Math.floor(target / level.width) / BLOCK);
    const block = row * width + Math.floor((target % level.width) / BLOCK);
    for (let k = 0; k < 3; k++) sums[block * 3 + k]! += mean[k]!;
    counts[block]!++;
  }
  const data = new Uint8Array(sums.length).fill(NONE);
  const known = new Uint8Array(counts.length);
  for (let block = 0; block < counts.length; block++) {
    if (counts[block]! < ENOUGH) continue;
    known[block] = 255;
    for (let at = block * 3; at < block * 3 + 3; at++) {
      const difference = sums[at]! / counts[block]!;
      data[at] = NONE + Math.round(Math.max(-MOST_SHIFTED, Math.min(MOST_SHIFTED, difference)));
    }
  }
  return known.includes(255)
    ? pushPullFill({ width, height, data }, { width, height, data: known })
    : { width, height, data };
}

/** Reads a block picture at a pixel, bilinear. */
function readBlocks({ width, height, data }: RgbImage, x: number, y: number, k: number): number {
  const column = Math.min(width - 1, Math.max(0, (x + 0.5) / BLOCK - 0.5));
  const row = Math.min(height - 1, Math.max(0, (y + 0.5) / BLOCK - 0.5));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const across = Math.min(width - 1, left + 1) - left;
  const down = (Math.min(height - 1, top + 1) - top) * width;
  const at = top * width + left;
  const tx = column - left;
  const upper = data[at * 3 + k]! * (1 - tx) + data[(at + across) * 3 + k]! * tx;
  const lower = data[(at + down) * 3 + k]! * (1 - tx) + data[(at + down + across) * 3 + k]! * tx;
  return upper + (lower - upper) * (row - top);
}

/**
 * Shifts the tone of a filled hole so that it meets its surroundings: what they have over the patches that
 * were copied along its edge is carried into it, smoothly.
 *
 * @see Pérez, Gangnet & Blake 2003, "Poisson Image Editing": a membrane over the differences at the edge.
 */
export function meetSurroundings(level: ExemplarLevel, field: PatchField): void {
  const { width, data, roles } = level;
  const differences = spreadDifferences(level, field);
  for (let i = 0; i < field.targets.length; i++) {
    const pixel = field.targets[i]!;
    if (roles[pixel] !== ROLE.hole) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    for (let k = 0; k < 3; k++) {
      const shifted = data[pixel * 3 + k]! + readBlocks(differences, x, y, k) - NONE;
      data[pixel * 3 + k] = Math.round(Math.max(0, Math.min(255, shifted)));
    }
  }
}
