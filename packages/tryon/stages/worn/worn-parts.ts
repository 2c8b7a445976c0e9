import { createMask } from '@proteus/raster/create-mask.ts';
import { largestComponent } from '@proteus/raster/largest-component.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { labelParts } from '../garment/garment-parts.ts';
import type { UpperLandmarks } from '../garment/outline/side-landmarks.ts';
import { armAt, armDistance, PICTURE_SIDES } from '../warp/body/body-side.ts';
import { findSleeveEnd, sleevedPart } from './sleeve-end.ts';

/** Below the hem cloth this near to an arm's bone, in shoulder widths, is its sleeve's. */
const AT_ARM = 0.2;
/** A sleeve of less than this share of the other's area is hardly seen. */
const SLIVER = 0.15;
/** The hem itself may hang so much lower somewhere, likewise. */
const HEM_SAG = 0.12;

/**
 * Labels torso and sleeves of a worn top or dress. A sleeve that hangs inward of the torso's side is
 * the torso's where it lies before it, and its own from the hem down.
 *
 * @param garment the whole garment.
 * @param middle x of its axis.
 */
export function labelWornParts(
  garment: Mask,
  person: PersonAnalysis,
  middle: number,
  landmarks: UpperLandmarks,
): Mask {
  const parts = labelParts(garment, middle, landmarks.left, landmarks.right);
  const { width, height, data } = parts;
  const { pose, frame } = person;
  const reach = AT_ARM * frame.shoulderWidth;
  for (const side of PICTURE_SIDES) {
    const { sleeved, hem } = landmarks[side];
    if (!sleeved) continue;
    const arm = sleevedPart(armAt(pose, side), findSleeveEnd(person, garment, side));
    const label = side === 'left' ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
    const from = Math.round(Math.max(hem.y, landmarks.hemRow) + HEM_SAG * frame.shoulderWidth);
    for (let y = from; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        if (data[i] === GARMENT_PART.torso && armDistance(arm, x, y) < reach) data[i] = label;
      }
    }
  }
  dropLoose(parts, GARMENT_PART.leftSleeve);
  dropLoose(parts, GARMENT_PART.rightSleeve);
  dropSliver(data, GARMENT_PART.leftSleeve, GARMENT_PART.rightSleeve);
  dropSliver(data, GARMENT_PART.rightSleeve, GARMENT_PART.leftSleeve);
  return parts;
}

/** A sleeve behind a turned body shows too little to be drawn over a whole arm. */
function dropSliver(parts: Uint8Array, sleeve: number, other: number): void {
  const areas = [0, 0, 0, 0];
  for (const part of parts) areas[part]!++;
  if (areas[sleeve]! > SLIVER * areas[other]!) return;
  for (let i = 0; i < parts.length; i++) if (parts[i] === sleeve) parts[i] = GARMENT_PART.torso;
}

/** Pieces apart from the sleeve, such as a hem's corner beyond the arm, cannot be drawn along it. */
function dropLoose(parts: Mask, sleeve: number): void {
  const own = createMask(parts.width, parts.height);
  for (let i = 0; i < own.data.length; i++) if (parts.data[i] === sleeve) own.data[i] = 255;
  const whole = largestComponent(own).data;
  for (let i = 0; i < whole.length; i++) {
    if (own.data[i] && !whole[i]) parts.data[i] = GARMENT_PART.outside;
  }
}
