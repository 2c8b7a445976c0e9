import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../../person-analysis.ts';
import {
  acrossFrame,
  belowLine,
  belowShoulders,
  type LineAcross,
} from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { findHemCorner, outerEdge, type Way } from '../hem-corner.ts';

/** The sides are cloth from here down, in torso lengths: under a sleeve, under an armhole. */
const SLEEVED_SIDE = 0.2;
const SLEEVELESS_SIDE = 0.42;
const SIDE_BLEND = 0.06;
/** A side's own hem lies up to so far above the garment's, in torso lengths: a corner may be cut rounder, but not where the body asks for cloth. */
const ABOVE_HEM = 0.03;

/**
 * How far the trunk's sides are to be covered by the torso's cloth, 0 to 1: from under the sleeves down to where the
 * cloth beside them ends.
 *
 * @param trunk share of each pixel that is trunk.
 * @param hem where the garment ends in the middle.
 */
export function wantedAtSides(
  { frame }: PersonAnalysis,
  trunk: Plane,
  garment: WarpedGarment,
  hem: LineAcross,
): Float32Array {
  const { width, height } = trunk;
  const wanted = trunk.data.slice();
  const { left, right } = garment.sleeves;
  const from = [left, right].map(
    (sleeve) => (sleeve === null ? SLEEVELESS_SIDE : SLEEVED_SIDE) * frame.torsoLength,
  );
  const blend = SIDE_BLEND * frame.torsoLength;
  const ends = hemsAtSides(frame, garment.torso.alpha, hem);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= 0) continue;
      const side = acrossFrame(frame, x, y) < 0 ? 0 : 1;
      const start = smoothStep(from[side]!, from[side]! + blend, belowShoulders(frame, x, y));
      const end = clamp(ends[side]! - belowLine(frame, hem, x, y) + 0.5, 0, 1);
      wanted[pixel]! *= start * end;
    }
  }
  return wanted;
}

/** How far below the hem's line cloth ends at either side, in pixels, at most 0. */
function hemsAtSides(
  frame: TorsoFrame,
  torso: Plane,
  hem: LineAcross,
): readonly [left: number, right: number] {
  const endOf = (way: Way) => {
    const side = outerEdge(torso, way, 0.5);
    const corner = findHemCorner(side, way, frame);
    if (corner === null) return 0;
    const below = belowLine(frame, hem, side[corner]!, corner);
    return clamp(below, -ABOVE_HEM * frame.torsoLength, 0);
  };
  return [endOf(-1), endOf(1)];
}
