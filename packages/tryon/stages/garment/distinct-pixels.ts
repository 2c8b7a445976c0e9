import { boxBlur } from '@proteus/raster/box-blur.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { type Strongest, strongestAround } from './strongest-around.ts';

/** A pixel fainter than this part of the strongest close by lies beyond the middle of an edge. */
const EDGE_SHARE = 0.3;
/** JPEG ringing reaches this part of the strongest difference within two blocks. */
const RINGING = 0.1;
/** What ringing leaves of it in the local mean. */
const RINGING_MEAN = 0.03;
const BLOCK = 8;
/** ΔE of quantisation noise in blocks that hold an edge. */
const BLOCK_NOISE = 2.5;
const AVERAGING_RADIUS = 3;
/** Faint cloth is broader than the ringing along an edge: at least two of these, in pixels. */
const FAINT_RADIUS = 4;

/** Which pixels differ from the backdrop, and by what they are measured. */
export interface DistinctPixels {
  readonly mask: Mask;
  /**
   * How far the local mean differs from the backdrop, in units of what cloth must exceed and
   * disturbed backdrop does not: above 1 = cloth.
   */
  readonly steadiness: Float32Array;
  /** Pixels of `mask` that differ clearly, each by itself. */
  readonly clear: Mask;
  /** The strongest difference within two JPEG blocks. */
  readonly strongest: Strongest;
}

/**
 * Pixels that differ from the backdrop: clearly, measured by the strongest difference around them,
 * or faintly but steadily and broadly. JPEG ringing beside a dark edge is as strong as white cloth
 * on a white backdrop, yet it alternates, so that its local mean is the backdrop's, and is narrow.
 *
 * @param threshold ΔE above the noise of the backdrop.
 */
export function findDistinctPixels(model: BackgroundModel, threshold: number): DistinctPixels {
  const { width, height } = model.difference;
  const difference = model.difference.data;
  const close = strongestAround(model.difference, BLOCK >> 1, 1).data;
  const strongest = strongestAround(model.difference, BLOCK, 2);
  const wide = strongest.data;
  const data = new Uint8Array(width * height);
  const weight = new Float32Array(width * height);
  const faintLevel = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const level = Math.max(
      threshold,
      EDGE_SHARE * close[i]!,
      RINGING * wide[i]!,
      Math.min(BLOCK_NOISE, 0.2 * wide[i]!),
    );
    if (difference[i]! > level) data[i] = 255;
    else weight[i] = 1;
    faintLevel[i] = Math.max(
      threshold - 0.3,
      Math.min(BLOCK_NOISE, 0.15 * wide[i]!),
      RINGING_MEAN * wide[i]!,
    );
  }
  const steadiness = measureSteadiness(model.difference, weight, faintLevel);
  const faint = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) if (steadiness[i]! > 1) faint[i] = 255;
  const core = openMask({ width, height, data: faint }, FAINT_RADIUS);
  const clear = { width, height, data: new Uint8Array(data) };
  const broad = dilate(core, FAINT_RADIUS).data;
  for (let i = 0; i < data.length; i++) if (faint[i] && broad[i]) data[i] = 255;
  return { mask: { width, height, data }, steadiness, clear, strongest };
}

/** Root mean square difference from the backdrop around weighted pixels, over `level`. */
function measureSteadiness(
  difference: Plane,
  weight: Float32Array,
  level: Float32Array,
): Float32Array {
  const { width, height } = difference;
  const total = boxBlur({ width, height, data: weight }, AVERAGING_RADIUS).data;
  const squares = new Float32Array(width * height);
  for (let i = 0; i < squares.length; i++) squares[i] = weight[i]! * difference.data[i]! ** 2;
  const mean = boxBlur({ width, height, data: squares }, AVERAGING_RADIUS).data;
  for (let i = 0; i < squares.length; i++) {
    squares[i] = weight[i]! > 0 ? Math.sqrt(mean[i]! / total[i]!) / level[i]! : 0;
  }
  return squares;
}
