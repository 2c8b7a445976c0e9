import { createMask } from '@proteus/raster/create-mask.ts';
import { findLegGap } from '../lower/leg-gap.ts';
import { legLikeness } from '../lower/leg-likeness.ts';
import { findHemRow } from './hem-line.ts';
import { measureOutline, type Outline } from './outline.ts';
import { rowWidths } from './row-widths.ts';
import { findUpperLandmarks, type SideLandmarks, type UpperLandmarks } from './side-landmarks.ts';
import { scanSide } from './side-profile.ts';
import { followTorsoEdge, hemCorner } from './torso-edge.ts';

/** A bodice ends this many chest widths below the shoulders: about where a top would. */
const BODICE = 2;
/** Garments shorter than this many chest widths are all bodice. */
const SHORT = 2.3;
/** The first cut goes by a chest that may have been measured in the skirt; the second does not. */
const CUTS = 2;

/**
 * Finds the landmarks of a garment worn on the upper body, however long: those of the bodice in
 * the bodice alone, since they are looked for in parts of a top's height, then the seams on down to
 * the hem.
 */
export function findBodiceLandmarks(outline: Outline): UpperLandmarks {
  let upper = findUpperLandmarks(outline);
  let bodice = outline;
  for (let cut = 0; cut < CUTS; cut++) {
    const chest = upper.right.armpit.x - upper.left.armpit.x;
    if (bodice.height <= SHORT * chest) break;
    const next = cutBelow(outline, Math.round(outline.y + BODICE * chest));
    if (next === null) break;
    bodice = next;
    upper = findUpperLandmarks(bodice);
  }
  if (bodice === outline) return upper;
  const hemRow = lowestHem(outline);
  return {
    ...upper,
    left: lengthen(outline, upper.left, hemRow),
    right: lengthen(outline, upper.right, hemRow),
    hemRow,
  };
}

/** The row of the hem; of legs, where they end. */
function lowestHem(outline: Outline): number {
  const gap = findLegGap(outline);
  const legs = gap !== null && legLikeness(outline, gap, rowWidths(outline)) > 0.5;
  return legs ? gap.bottom : findHemRow(outline);
}

/** The outline of what lies above a row, with the whole garment's axis. */
function cutBelow(outline: Outline, row: number): Outline | null {
  const { mask } = outline;
  if (row >= outline.y + outline.height) return null;
  const upper = createMask(mask.width, mask.height);
  upper.data.set(mask.data.subarray(0, row * mask.width));
  const measured = measureOutline(upper);
  return measured === null ? null : { ...measured, middle: outline.middle };
}

/** Follows a side's seam from where the bodice was cut to the skirt's hem. */
function lengthen(outline: Outline, side: SideLandmarks, hemRow: number): SideLandmarks {
  const { edge, sign } = side;
  if (hemRow <= edge.to) return side;
  const end = { out: edge.out[edge.to]!, row: edge.to };
  const below = followTorsoEdge(scanSide(outline, sign), end, end, hemRow, outline.width, null);
  const out = Float32Array.from(below.out);
  for (let y = edge.from; y <= edge.to; y++) out[y] = edge.out[y]!;
  const seen =
    (edge.seen * (edge.to - edge.from + 1) + below.seen * (hemRow - edge.to)) /
    (hemRow - edge.from + 1);
  const whole = { out, from: edge.from, to: hemRow, seen };
  return { ...side, edge: whole, hem: hemCorner(whole, outline.middle, sign) };
}
