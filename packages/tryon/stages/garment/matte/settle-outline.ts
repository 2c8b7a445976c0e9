import { boxBlur } from '@proteus/raster/box-blur.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { type ColourEvidence, weighColours } from '../backdrop/colour-evidence.ts';
import { CODED_REACH } from '../backdrop/untouched-backdrop.ts';
import { squaredDepth } from './squared-depth.ts';

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
/** What the distance from untouched backdrop says where the colours say nothing. */
const CODED = 0.3;

/**
 * Settles a faint outline (white on white) between cloth and backdrop. Each pixel nearby says which
 * of the two it resembles, as loudly as they differ; a curve that moves by its own curvature agrees
 * with most of them and leaves out what noise frayed. Strong edges stay as they are.
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
  const band = faintBand(depth, distanceTransform(mask), strongest, (REACH * height) ** 2);
  if (band.length === 0) return;
  const colours = weighColours(band, depth, mask, model);
  if (coded !== null) heedCoding(colours, band, coded);
  const { evidence, loudness } = colours;
  const hard: Plane = { width, height, data: new Float32Array(width * height) };
  for (let i = 0; i < hard.data.length; i++) hard.data[i] = mask.data[i] ? 1 : 0;
  for (const [loud, quiet] of STIFFNESS) {
    const fine = boxBlur(boxBlur(hard, loud), loud).data;
    const coarse = boxBlur(boxBlur(hard, quiet), quiet).data;
    for (let n = 0; n < band.length; n++) {
      const i = band[n]!;
      const soft = coarse[i]! + loudness[n]! * (fine[i]! - coarse[i]!);
      hard.data[i] = soft + EVIDENCE * evidence[n]! > 0.5 ? 1 : 0;
    }
  }
  for (let n = 0; n < band.length; n++) mask.data[band[n]!] = 255 * hard.data[band[n]!]!;
}

/** Pixels near the outline where nothing differs strongly from the backdrop. */
function faintBand(
  depth: Float32Array,
  distance: Float32Array,
  strongest: Float32Array,
  reach: number,
): Int32Array {
  const band: number[] = [];
  for (let i = 0; i < depth.length; i++) {
    if (depth[i]! + distance[i]! <= reach && strongest[i]! < FAINT) band.push(i);
  }
  return Int32Array.from(band);
}

/** Edges lie about half as far from untouched backdrop as coding reaches. */
function heedCoding(
  { evidence, loudness }: ColourEvidence,
  band: Int32Array,
  coded: Float32Array,
): void {
  for (let n = 0; n < band.length; n++) {
    const distance = Math.sqrt(coded[band[n]!]!);
    if (distance === 0) evidence[n] = -1;
    const way = Math.min(1, (2 * distance) / CODED_REACH - 1);
    evidence[n]! += CODED * (1 - loudness[n]!) * way;
  }
}
