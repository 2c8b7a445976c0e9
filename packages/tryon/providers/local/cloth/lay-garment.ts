import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { Overlay } from '../overlay.ts';
import { partMask } from '../part-mask.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { paintBackCollar } from './back-collar.ts';
import {
  type OverSleeves,
  paintPart,
  revealFace,
  shadeBesideSleeves,
  shadeEdges,
} from './garment-layers.ts';
import { hairBeforeCloth } from './hair-before-cloth.ts';
import { findHandEdges, paintHandEdges } from './hand-edges.ts';
import { overSleeve } from './over-sleeve.ts';
import { MIXED, revealPure } from './pure-edge.ts';

/** What the garment is laid between. */
export interface GarmentPlace {
  readonly plate: CleanPlate;
  readonly limbs: LimbCapsules;
  /** The old cloth's light; its edges are darkened in place. */
  readonly shade: Plane;
  /** How far the garment covers each pixel. */
  readonly cover: Plane;
  /** What lies in front of the torso. */
  readonly arms: Plane;
}

/**
 * Lays a top or a dress over the clean plate: inner collar, torso, sleeves, then hair and face in front.
 *
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function layGarment(
  overlay: Overlay,
  person: PersonAnalysis,
  garment: WarpedGarment,
  { plate, limbs, shade, cover, arms }: GarmentPlace,
  checkpoint: () => void,
): void {
  const unit = person.frame.shoulderWidth;
  paintBackCollar(overlay, person, garment, plate);
  shadeEdges(shade, cover, unit);
  const oldTop = partMask(person.parts, (part) => part === PART['upper-clothes']);
  const beside = dilate(oldTop, MIXED);
  const hands = findHandEdges(person, arms, garment.torso.alpha, plate.kinds, beside);
  const { left, right } = garment.sleeves;
  const over: OverSleeves = {
    left: left && overSleeve(person, garment.torso.alpha, arms, 'left'),
    right: right && overSleeve(person, garment.torso.alpha, arms, 'right'),
  };
  const torsoShade = shadeBesideSleeves(shade, garment, limbs, over, unit);
  paintPart(overlay, garment.torso, torsoShade, hands.rest);
  paintHandEdges(overlay, person, arms, hands);
  if (left !== null) paintPart(overlay, left, shade, over.left!);
  if (right !== null) paintPart(overlay, right, shade, over.right!);
  checkpoint();
  const hair = hairBeforeCloth(person, oldTop);
  revealPure(overlay, person.picture, hair, beside);
  revealFace(overlay, person);
}
