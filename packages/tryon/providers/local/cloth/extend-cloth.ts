import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { softEdge } from '@proteus/raster/soft-edge.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import {
  acrossFrame,
  belowLine,
  belowShoulders,
  type LineAcross,
} from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { Waistband } from '../body/waistband.ts';
import { closeGaps } from './close-gaps.ts';
import { downArm, downBody } from './courses.ts';
import { garmentCoverage } from './coverage.ts';
import { evenShoulders } from './even-shoulders.ts';
import { extendPart } from './extend-part.ts';
import { OPAQUE } from './opaque.ts';
import { wantedAtSides } from './wanted-at-sides.ts';
import { wantedOnArm } from './wanted-on-arm.ts';

/** Cloth goes on over its edge up to this far, in shoulder widths: torso, sleeves, shoulders, waist. */
const TORSO_REACH = 0.14;
const SLEEVE_REACH = 0.09;
const SHOULDER_REACH = 0.06;
const WAIST_REACH = 0.05;
/** A neck reaches out to here, in shoulder widths from the middle: no shoulder begins before; and where shoulders end. */
const NECK = 0.18;
const SHOULDER_END = 0.5;
const COLLAR_BLEND = 0.04;
/** Cloth reaches so many pixels beyond the trunk: through its soft edge no drawn body shows. */
const OVERLAP = 2;
/** The trunk's side is so soft, and its course evened over so much, pixels: it is drawn in whole ones. */
const SIDE_EDGE = 1;
const SIDE_EVENED = 3;
/** What the garment has to cover, as far as it is the body that asks for it. */
export interface ClothExtent {
  /** Where the garment ends. */
  readonly hem: LineAcross;
  /** Where it goes under the lower clothes; null = it does not. */
  readonly waistband: Waistband | null;
  /** Where its neckline ends on the shoulders, in shoulder widths from the body's middle. */
  readonly collarAt: { readonly left: number; readonly right: number };
  /** Share of each arm that the new sleeve covers. */
  readonly sleeveReach: { readonly left: number; readonly right: number };
}

/**
 * Lets the garment go on where it is narrower than the body that it should cover, and across slits
 * between its parts: at the sides of the trunk, along the arms in sleeves, at the armpits. The cloth
 * is mirrored at its own edge, so that stripes and texture continue. Changes the garment in place.
 */
export function extendCloth(
  garment: WarpedGarment,
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  extent: ClothExtent,
): void {
  const unit = person.frame.shoulderWidth;
  const { left, right } = garment.sleeves;
  const soft = softEdge(trunk, SIDE_EVENED, SIDE_EDGE);
  const beyond = dilate(withBareSides(trunk, person), OVERLAP);
  const around = softEdge(beyond, SIDE_EVENED, SIDE_EDGE);
  const sides = wantedAtSides(person, around, garment, extent.hem);
  extendPart(garment.torso, sides, TORSO_REACH * unit, downBody(person));
  if (extent.waistband !== null) {
    const waist = wantedAtWaist(person, trunk, extent.waistband);
    extendPart(garment.torso, waist, WAIST_REACH * unit);
  }
  const shoulders = wantedOnShoulders(person, soft, extent.collarAt);
  onlyAboveCloth(shoulders, person, garmentCoverage(garment));
  extendPart(garment.torso, shoulders, SHOULDER_REACH * unit);
  for (const [side, sleeve] of [left, right].entries()) {
    if (sleeve === null) continue;
    const reach = side === 0 ? extent.sleeveReach.left : extent.sleeveReach.right;
    const wanted = wantedOnArm(person, limbs, garment, sleeve.alpha, side, reach);
    extendPart(sleeve, wanted, SLEEVE_REACH * unit, downArm(person.pose, side));
  }
  closeGaps(garment, person);
  evenShoulders(garment, person);
}

/** The trunk as it is drawn, and as it is seen where it is bare; the same where no bare skin lies outside it. */
function withBareSides(trunk: Mask, { parts }: PersonAnalysis): Mask {
  const { width, height } = trunk;
  const isBeside = (i: number) => trunk.data[i] === 0 && parts.data[i] === PART['torso-skin'];
  let first = 0;
  while (first < trunk.data.length && !isBeside(first)) first++;
  if (first === trunk.data.length) return trunk;
  const data = trunk.data.slice();
  for (let i = first; i < data.length; i++) if (isBeside(i)) data[i] = 255;
  return { width, height, data };
}

/** Around the waistband, under which the garment goes. */
function wantedAtWaist(
  { frame }: PersonAnalysis,
  trunk: Mask,
  { edge, dips }: Waistband,
): Float32Array {
  const { width, height, data } = trunk;
  const half = WAIST_REACH * frame.shoulderWidth;
  const wanted = new Float32Array(width * height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (data[pixel] === 0) continue;
      const isNear = Math.abs(belowLine(frame, edge, x, y)) < half;
      if (isNear || dips[pixel] !== 0) wanted[pixel] = 1;
    }
  }
  return wanted;
}

/** The shoulders' tops outside the neckline's ends, where cloth lies over them; above what is seen of them is the wall. */
function wantedOnShoulders(
  { frame, regions }: PersonAnalysis,
  trunk: Plane,
  { left, right }: ClothExtent['collarAt'],
): Float32Array {
  const { width, height } = trunk;
  const collar = [Math.max(NECK, left), Math.max(NECK, right)];
  const wanted = trunk.data.slice();
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= 0) continue;
      const across = acrossFrame(frame, x, y);
      const outside = Math.abs(across) - collar[across < 0 ? 0 : 1]!;
      const onTop = belowShoulders(frame, x, y) < 0 && Math.abs(across) < SHOULDER_END;
      const isSeen = clamp(1.5 - 2 * regions.background.data[pixel]!, 0, 1);
      wanted[pixel]! *= onTop ? smoothStep(0, COLLAR_BLEND, outside) * isSeen : 0;
    }
  }
  return wanted;
}

/**
 * Keeps of what is wanted on the shoulders only what lies right above cloth: cloth that lies too low
 * rises, but a halter or a strap gets no wider, for skin is meant beside it. Changes `wanted` in place.
 */
function onlyAboveCloth(wanted: Float32Array, { frame }: PersonAnalysis, cover: Plane): void {
  const { width, height, data } = cover;
  const reach = Math.ceil(SHOULDER_REACH * frame.shoulderWidth);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= data[pixel]!) continue;
      let below = 0;
      for (let step = 1; step <= reach && below < OPAQUE; step++) {
        const column = Math.round(x + frame.down.x * step);
        const row = Math.round(y + frame.down.y * step);
        if (column < 0 || column >= width || row >= height) break;
        below = Math.max(below, data[row * width + column]!);
      }
      wanted[pixel]! *= below;
    }
  }
}
