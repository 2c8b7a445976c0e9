import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import {
  measureShoulderLine,
  shoulderTopBelow,
  undressedLine,
} from '../../../stages/warp/body/shoulder-line.ts';
import type { Fit } from '../../../stages/warp/fit/fit.ts';
import { CLOTH_RISE, HALTER } from '../../../stages/warp/fit/fit-torso-side.ts';
import { clamp } from '../../../stages/warp/scalar.ts';

/** Shoulders end here, in shoulder widths from the middle. */
const OUTERMOST = 0.52;
/** A strap is as thick as this, in pixels, where it goes over the shoulder. */
const THICKNESS = 1;

/**
 * Ends what goes over the shoulders along their upper line: straps go on behind them, their ends in the
 * flat photo do not stand up there. Changes the torso's opacity in place; tops with sleeves have no straps.
 *
 * @param sleeveReach share of each arm that a sleeve covers.
 */
export function endStraps(
  { width, height, data }: Plane,
  person: PersonAnalysis,
  sleeveReach: Fit['sleeveReach'],
): void {
  if (sleeveReach.left > 0 || sleeveReach.right > 0) return;
  const { frame } = person;
  const unit = frame.shoulderWidth;
  const line = undressedLine(measureShoulderLine(person));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const across = acrossFrame(frame, x, y);
      const station = Math.abs(across);
      if (station < HALTER || station > OUTERMOST) continue;
      const side = across < 0 ? 'left' : 'right';
      const top = shoulderTopBelow(line, side, station, unit) - CLOTH_RISE * unit - THICKNESS;
      data[pixel]! *= clamp(belowShoulders(frame, x, y) - top + 0.5, 0, 1);
    }
  }
}
