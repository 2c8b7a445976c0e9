import { boxBlur } from '@proteus/raster/box-blur.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { weighColours } from '../backdrop/colour-evidence.ts';
import { strongestAround } from '../backdrop/strongest-around.ts';
import { heedCoding, QUIET } from './coding-evidence.ts';
import { squaredDepth } from './squared-depth.ts';
import { traceOutline } from './trace-outline.ts';

/** Outlines whose edges are stronger than this (ΔE) lie where the colour changes already. */
export const FAINT = 15;
/** How far a faint outline may move, in parts of the height. */
const REACH = 0.016;
/**
 * Radii in pixels of the blur (twice) that rounds off what is smaller, one step after another:
 * where the colours are loud, and where noise drowns them.
 */
const STIFFNESS = [
  [4, 12],
  [3, 10],
  [2, 8],
  [2, 8],
] as const;
/** What the colours weigh against the blurred outline. */
const EVIDENCE = 0.45;
/** What cloth and backdrop beyond doubt weigh beside the evidence, as the outline is drawn. */
const KNOWN = 2;
/** Half the side of a JPEG block in pixels: over a flat backdrop an edge disturbs little more. */
const HALF_BLOCK = 4;

/**
 * Settles a faint outline (white on white) between cloth and backdrop. Each pixel nearby says which
 * of the two it resembles, as loudly as they differ; a curve that moves by its own curvature agrees
 * with most of them and leaves out what noise frayed. Where they hardly say anything the outline is
 * drawn anew as one smooth curve. Strong edges stay as they are.
 *
 * @param mask the outline; changed in place.
 * @param strongest the strongest difference within two JPEG blocks of each pixel.
 * @param coded squared distance from untouched backdrop; null where the backdrop is noisy.
 * @see Esedoḡlu & Tsai 2006, "Threshold dynamics for the piecewise constant Mumford–Shah functional".
 */
export function settleOutline(
  mask: Mask,
  strongest: Float32Array,
  model: BackgroundModel,
  coded: Float32Array | null,
): void {
  const { width, height } = mask;
  const depth = squaredDepth(mask);
  const nearby = coded === null ? strongest : strongestAround(model.difference, HALF_BLOCK, 1).data;
  const distance = distanceTransform(mask);
  const reach = (REACH * height) ** 2;
  const band = faintBand(depth, distance, nearby, reach);
  if (band.length === 0) return;
  const colours = weighColours(band, depth, mask, model);
  if (coded !== null) heedCoding(colours, band, { coded, nearby }, model);
  const { evidence, loudness } = colours;
  const isFree = (n: number) => strongest[band[n]!]! < FAINT || loudness[n]! < QUIET;
  const hard: Plane = { width, height, data: new Float32Array(width * height) };
  for (let i = 0; i < hard.data.length; i++) hard.data[i] = mask.data[i] ? 1 : 0;
  for (const [loud, quiet] of STIFFNESS) {
    const fine = boxBlur(boxBlur(hard, loud), loud).data;
    const coarse = boxBlur(boxBlur(hard, quiet), quiet).data;
    for (let n = 0; n < band.length; n++) {
      if (!isFree(n)) continue;
      const i = band[n]!;
      const soft = coarse[i]! + loudness[n]! * (fine[i]! - coarse[i]!);
      hard.data[i] = soft + EVIDENCE * evidence[n]! > 0.5 ? 1 : 0;
    }
  }
  for (let n = 0; n < band.length; n++) mask.data[band[n]!] = 255 * hard.data[band[n]!]!;
  const quiet = band.filter((_, n) => loudness[n]! < QUIET);
  if (quiet.length === 0) return;
  // What is known already draws more than what has to be settled.
  for (let i = 0; i < hard.data.length; i++) hard.data[i] = mask.data[i] ? KNOWN : -KNOWN;
  for (let n = 0; n < band.length; n++) if (isFree(n)) hard.data[band[n]!] = evidence[n]!;
  const traced = traceOutline(mask, { evidence: hard, difference: model.difference }).data;
  for (const i of quiet) mask.data[i] = traced[i]!;
  // A bite may have been so deep that its middle was not near the outline.
  for (let i = 0; i < traced.length; i++) {
    if (traced[i] && distance[i]! > reach && strongest[i]! < FAINT) mask.data[i] = 255;
  }
}

/** Pixels near the outline where nothing nearby differs strongly from the backdrop. */
function faintBand(
  depth: Float32Array,
  distance: Float32Array,
  nearby: Float32Array,
  reach: number,
): Int32Array {
  const band: number[] = [];
  for (let i = 0; i < depth.length; i++) {
    if (depth[i]! + distance[i]! <= reach && nearby[i]! < FAINT) band.push(i);
  }
  return Int32Array.from(band);
}
