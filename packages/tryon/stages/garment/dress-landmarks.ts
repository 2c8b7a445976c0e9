import { createMask } from '@proteus/raster/create-mask.ts';
import { findHemRow } from './hem-line.ts';
import { measureOutline, type Outline } from './outline.ts';
import { findUpperLandmarks, type SideLandmarks, type UpperLandmarks } from './side-landmarks.ts';
import { scanSide } from './side-profile.ts';
import { followTorsoEdge, hemCorner } from './torso-edge.ts';
import { findWaistRow } from './waist-row.ts';

/** A bodice ends this many of its own widths below the shoulders: where a top would. */
const BODICE = 1.35;

export interface DressLandmarks extends UpperLandmarks {
  /** Row of the waist. */
  readonly waist: number;
}

/**
 * Finds the landmarks of a dress: those of a top in its bodice, since proportions of a top's height
 * mean nothing for one twice as long, then the seams on down to the skirt's hem.
 *
 * @param whole the landmarks found when the garment was taken for a top.
 */
export function findDressLandmarks(outline: Outline, whole: UpperLandmarks): DressLandmarks {
  const hemRow = findHemRow(outline);
  const chest = whole.right.armpit.x - whole.left.armpit.x;
  const bodice = cutBelow(outline, Math.round(outline.y + BODICE * chest));
  const upper = bodice === null ? whole : findUpperLandmarks(bodice);
  const left = lengthen(outline, upper.left, hemRow);
  const right = lengthen(outline, upper.right, hemRow);
  return { ...upper, left, right, hemRow, waist: findWaistRow(left, right, hemRow) };
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
  const profile = scanSide(outline, side.sign);
  const { armpit, edge } = side;
  const start = { out: side.sign * (armpit.x - outline.middle), row: Math.round(armpit.y) };
  const jump = outline.height;
  const below = followTorsoEdge(
    profile,
    { out: edge.out[edge.to]!, row: edge.to },
    { out: edge.out[edge.to]!, row: edge.to },
    hemRow,
    jump,
    null,
  );
  const out = Float32Array.from(below.out);
  for (let y = start.row; y <= edge.to; y++) out[y] = edge.out[y]!;
  const rows = hemRow - start.row + 1;
  const seen = (edge.seen * (edge.to - start.row + 1) + below.seen * (hemRow - edge.to)) / rows;
  const whole = { out, from: start.row, to: hemRow, seen };
  return { ...side, edge: whole, hem: hemCorner(whole, outline.middle, side.sign) };
}
