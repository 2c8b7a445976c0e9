import type { GarmentLandmark } from '@proteus/contracts/jobs/garment-landmarks.ts';
import type { LandmarkPlaces } from '@proteus/contracts/jobs/landmark-order.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import type { LowerSideLandmarks } from '../lower/lower-landmarks.ts';
import { labelLowerParts } from '../lower/lower-parts.ts';
import { lowerSides } from '../lower/lower-sides.ts';
import { clothMask } from './cloth-mask.ts';
import { drawThrough, edgeByRow } from './moved-edge.ts';
import { type PlacedLandmarks, requireOrder } from './placed-landmarks.ts';

type Side = 'left' | 'right';

/** What trousers, shorts and skirts have; a crotch makes legs of a skirt. */
const POSSIBLE: readonly GarmentLandmark[] = [
  'left_waist',
  'right_waist',
  'left_hem',
  'right_hem',
  'crotch',
  'left_leg_inner_hem',
  'right_leg_inner_hem',
];

/** A lower garment with some of its landmarks moved. @throws {ProteusError} INVALID_REQUEST. */
export function correctLower(garment: LowerBodyGarment, placed: PlacedLandmarks): LowerBodyGarment {
  const crotch = placed.crotch ?? garment.crotch;
  const legs: readonly GarmentLandmark[] = ['left_leg_inner_hem', 'right_leg_inner_hem'];
  const possible = crotch === null ? POSSIBLE.filter((name) => !legs.includes(name)) : POSSIBLE;
  requireOrder(foundLandmarks(garment), placed, possible, 'this lower garment');
  const left = movedSide(garment, 'left', crotch, placed);
  const right = movedSide(garment, 'right', crotch, placed);
  const landmarks = { left, right, crotch, crotchSeen: true, agreement: 1 };
  return {
    ...garment,
    ...lowerSides(landmarks),
    crotch,
    parts: labelLowerParts(clothMask(garment.parts), landmarks),
    hem: Math.round((left.hem.y + right.hem.y) / 2),
  };
}

function foundLandmarks({ left, right, crotch }: LowerBodyGarment): LandmarkPlaces {
  const ends = {
    left_waist: left.waist,
    right_waist: right.waist,
    left_hem: left.hem,
    right_hem: right.hem,
  };
  if (crotch === null) return ends;
  const innerHems = { left_leg_inner_hem: left.innerHem, right_leg_inner_hem: right.innerHem };
  return { ...ends, crotch, ...innerHems };
}

function movedSide(
  garment: LowerBodyGarment,
  name: Side,
  crotch: Point | null,
  placed: PlacedLandmarks,
): LowerSideLandmarks {
  const { [name]: side, crotch: oldCrotch } = garment;
  const rows = garment.parts.height;
  const waist = placed[`${name}_waist`] ?? side.waist;
  const hem = placed[`${name}_hem`] ?? side.hem;
  const innerHem = placed[`${name}_leg_inner_hem`] ?? side.innerHem;
  const outer = edgeByRow([side.waist, ...side.outer.map(({ point }) => point), side.hem], rows);
  const from = oldCrotch ?? crotch;
  const inner =
    from === null
      ? new Float32Array(0)
      : edgeByRow([from, ...side.inner.map(({ point }) => point), side.innerHem], rows);
  return {
    sign: name === 'left' ? -1 : 1,
    waist,
    hem,
    innerHem,
    outer: drawThrough(outer, [wholeRow(waist), wholeRow(hem)]),
    inner: crotch === null ? inner : drawThrough(inner, [wholeRow(crotch), wholeRow(innerHem)]),
  };
}

function wholeRow({ x, y }: Point): Point {
  return { x, y: Math.round(y) };
}
