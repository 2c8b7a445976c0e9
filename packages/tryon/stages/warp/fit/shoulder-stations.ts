import type { Point } from '@proteus/raster/types.ts';
import type { GarmentSide } from '../../../garment-analysis.ts';
import { clamp, mix } from '../scalar.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Where the neck begins, in shoulder widths from the body's middle. */
const NECK_BASE = 0.19;
/**
 * The shoulders' slope draws a wide neckline of a sleeved top together: beyond the first figure, in
 * shoulder widths from the middle, only this share of its flat width is left (four tops, flat and worn).
 */
const WIDE_COLLAR = 0.34;
const WORN_WIDER = 0.2;
/** The shoulder seam of such a top may grow by this factor to reach the shoulder's end. */
const SEAM_STRETCH = 1.5;
/**
 * Where collar and shoulder tip are worn, in shoulder widths from the body's middle.
 *
 * @param width the shoulders' width in pixels.
 */
export function shoulderStations(
  { collar, tip }: GarmentSide,
  measures: TorsoMeasures,
  width: number,
): { readonly collarAt: number; readonly tipAt: number } {
  const { scale, tipMiddle, tipStation, sleeveless, offShoulder } = measures;
  const flatStation = ({ x }: Point) => (Math.abs(x - tipMiddle) * scale) / width;
  const flat = flatStation(collar);
  if (sleeveless || offShoulder || flat <= WIDE_COLLAR) {
    return { collarAt: clamp(flat, NECK_BASE, tipStation), tipAt: tipStation };
  }
  const collarAt = mix(WIDE_COLLAR, flat, WORN_WIDER);
  const seam = Math.max(0, flatStation(tip) - flat) * SEAM_STRETCH;
  return { collarAt, tipAt: Math.min(tipStation, collarAt + seam) };
}
