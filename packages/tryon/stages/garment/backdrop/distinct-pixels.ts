import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { type FaintMeans, measureFaintMeans } from './faint-means.ts';
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
  /** What is not clear, averaged nearby. */
  readonly means: FaintMeans;
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
  const clear = createMask(width, height);
  for (let i = 0; i < difference.length; i++) {
    const level = Math.max(
      threshold,
      EDGE_SHARE * close[i]!,
      RINGING * wide[i]!,
      Math.min(BLOCK_NOISE, 0.2 * wide[i]!),
    );
    if (difference[i]! > level) clear.data[i] = 255;
  }
  const means = measureFaintMeans(model, clear);
  const steadiness = new Float32Array(width * height);
  const faint = createMask(width, height);
  for (let i = 0; i < steadiness.length; i++) {
    if (clear.data[i]) continue;
    const level = Math.max(
      threshold - 0.3,
      Math.min(BLOCK_NOISE, 0.15 * wide[i]!),
      RINGING_MEAN * wide[i]!,
    );
    steadiness[i] = Math.sqrt(means.squared[i]!) / level;
    if (steadiness[i]! > 1) faint.data[i] = 255;
  }
  const broad = dilate(erode(faint, FAINT_RADIUS), 2 * FAINT_RADIUS).data;
  const mask = { width, height, data: new Uint8Array(clear.data) };
  for (let i = 0; i < broad.length; i++) if (faint.data[i] && broad[i]) mask.data[i] = 255;
  return { mask, steadiness, clear, strongest, means };
}
