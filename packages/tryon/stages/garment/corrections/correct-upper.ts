import type { GarmentLandmark } from '@proteus/contracts/jobs/garment-landmarks.ts';
import type { LandmarkPlaces } from '@proteus/contracts/jobs/landmark-order.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import {
  GARMENT_PART,
  type GarmentSide,
  type UpperBodyGarment,
} from '../../../garment-analysis.ts';
import { labelParts } from '../garment-parts.ts';
import { searchNeckOpening } from '../neckline/find-neckline.ts';
import { paintInnerCollar } from '../neckline/inner-collar.ts';
import type { SideLandmarks } from '../outline/side-landmarks.ts';
import { upperSide } from '../outline/upper-sides.ts';
import { clothMask } from './cloth-mask.ts';
import { type Cuff, laySleeve } from './corrected-sleeve.ts';
import { drawThrough, edgeByRow } from './moved-edge.ts';
import { type PlacedLandmarks, requireOrder } from './placed-landmarks.ts';

type Side = 'left' | 'right';

/** What tops and dresses have. */
const POSSIBLE: readonly GarmentLandmark[] = (['left', 'right'] as const).flatMap((side) => [
  `${side}_collar` as const,
  `${side}_shoulder` as const,
  `${side}_armpit` as const,
  `${side}_cuff_outer` as const,
  `${side}_cuff_inner` as const,
  `${side}_waist` as const,
  `${side}_hem` as const,
]);

/** A top or a dress with some of its landmarks moved. @throws {ProteusError} INVALID_REQUEST. */
export function correctUpper(garment: UpperBodyGarment, placed: PlacedLandmarks): UpperBodyGarment {
  const kind = garment.category === 'dress' ? 'a dress' : 'a top';
  requireOrder(foundLandmarks(garment), placed, POSSIBLE, kind);
  const mask = clothMask(garment.parts);
  const { middle, category, hem } = garment;
  const left = movedSide(garment, 'left', placed);
  const right = movedSide(garment, 'right', placed);
  const parts = labelParts(mask, middle, left, right);
  const sideOf = (side: Side, landmarks: SideLandmarks): GarmentSide => {
    const corrected = upperSide(landmarks, parts, middle, category);
    return { ...corrected, sleeve: sleeveOf(side, corrected, parts, placed) };
  };
  const lowered = (left.hem.y - garment.left.hem.y + right.hem.y - garment.right.hem.y) / 2;
  return {
    ...garment,
    parts,
    innerCollar: innerCollarOf(garment, mask, placed),
    hem: Math.round(hem + lowered),
    waist: waistOf(garment, placed),
    left: sideOf('left', left),
    right: sideOf('right', right),
  };
}

function foundLandmarks({ left, right, waist }: UpperBodyGarment): LandmarkPlaces {
  const row = waist === null ? {} : waistPlaces(left, right, waist);
  return {
    left_collar: left.collar,
    right_collar: right.collar,
    left_shoulder: left.tip,
    right_shoulder: right.tip,
    left_armpit: left.armpit,
    right_armpit: right.armpit,
    left_hem: left.hem,
    right_hem: right.hem,
    ...row,
  };
}

function waistPlaces(left: GarmentSide, right: GarmentSide, y: number): LandmarkPlaces {
  return { left_waist: { x: left.armpit.x, y }, right_waist: { x: right.armpit.x, y } };
}

function movedSide(garment: UpperBodyGarment, name: Side, placed: PlacedLandmarks): SideLandmarks {
  const { [name]: side, middle, parts } = garment;
  const sign = name === 'left' ? -1 : 1;
  const collar = placed[`${name}_collar`] ?? side.collar;
  const tip = placed[`${name}_shoulder`] ?? side.tip;
  const armpit = wholeRow(placed[`${name}_armpit`] ?? side.armpit);
  const hem = wholeRow(placed[`${name}_hem`] ?? side.hem);
  const waist = placed[`${name}_waist`];
  const seen = edgeByRow(
    [side.armpit, ...side.seam.map(({ point }) => point), side.hem],
    parts.height,
  );
  const drawn = drawThrough(seen, [armpit, ...(waist ? [waist] : []), hem]);
  const edge = {
    out: drawn.map((x) => sign * (x - middle)),
    from: armpit.y,
    to: hem.y,
    seen: 1,
  };
  const { outer, inner } = cuffOf(name, placed);
  const sleeved = side.sleeve !== null || outer !== undefined || inner !== undefined;
  return { sign, collar, tip, armpit, hem, edge, sleeved };
}

function wholeRow({ x, y }: Point): Point {
  return { x, y: Math.round(y) };
}

function cuffOf(name: Side, placed: PlacedLandmarks) {
  return { outer: placed[`${name}_cuff_outer`], inner: placed[`${name}_cuff_inner`] };
}

function sleeveOf(
  name: Side,
  { sleeve }: GarmentSide,
  parts: Mask,
  placed: PlacedLandmarks,
): GarmentSide['sleeve'] {
  const { outer, inner } = cuffOf(name, placed);
  if (sleeve === null || (outer === undefined && inner === undefined)) return sleeve;
  const label = name === 'left' ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  // Seen along the sleeve, the left one's outer edge lies on the side of its normal.
  const cuff: Cuff = name === 'left' ? { high: outer, low: inner } : { high: inner, low: outer };
  return laySleeve(sleeve, parts, label, cuff, `${name}_cuff`);
}

function innerCollarOf(garment: UpperBodyGarment, mask: Mask, placed: PlacedLandmarks) {
  const { left_collar, right_collar } = placed;
  if (left_collar === undefined && right_collar === undefined) return garment.innerCollar;
  const lab = rgbToLab(garment.picture);
  const opening = searchNeckOpening(
    lab,
    mask,
    left_collar ?? garment.left.collar,
    right_collar ?? garment.right.collar,
    garment.hem - garment.top,
  );
  return paintInnerCollar(lab, mask, opening);
}

/** The waist of a dress goes where its ends were put; a top has none of its own. */
function waistOf({ waist }: UpperBodyGarment, placed: PlacedLandmarks): number | null {
  const { left_waist, right_waist } = placed;
  if (waist === null) return null;
  return Math.round(((left_waist?.y ?? waist) + (right_waist?.y ?? waist)) / 2);
}
