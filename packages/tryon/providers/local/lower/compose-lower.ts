import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PictureSide } from '../../../stages/warp/body/body-side.ts';
import type { LowerFit } from '../../../stages/warp/lower/lower-fit.ts';
import type { WarpedLower } from '../../../stages/warp/lower/warp-lower.ts';
import { seenCoverage } from '../cloth/coverage.ts';
import { paintPart, shadeEdges } from '../cloth/garment-layers.ts';
import { MIXED, PURE, revealPure } from '../cloth/pure-edge.ts';
import { paintPlate } from '../compose.ts';
import type { Composition } from '../composition.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { castContactShadow } from '../light/contact-shadow.ts';
import { measureShading } from '../light/shading.ts';
import { createOverlay, reveal } from '../overlay.ts';
import { partMask } from '../part-mask.ts';
import { measureDrawnSkin } from '../skin/drawn-skin.ts';
import { hemAsCloth } from './hem-as-cloth.ts';
import { type InFront, inFrontOfLower } from './in-front.ts';
import { drawLegCapsules } from './leg-capsules.ts';
import { legsInSight } from './legs-in-sight.ts';
import { makeLowerPlate } from './lower-plate.ts';

/** What lies over the garment throws a shadow on it: its strength, its width in shoulder widths. */
const SHADOW = 0.35;
const SHADOW_WIDTH = 0.04;

/** How far any part of the garment covers each pixel, 0 to 1. */
export function lowerCoverage(garment: WarpedLower): Plane {
  const { width, height } = garment.seat.alpha;
  const cover = garment.seat.alpha.data.slice();
  for (const leg of [garment.legs.left, garment.legs.right]) {
    if (leg === null) continue;
    for (let i = 0; i < cover.length; i++) cover[i] = Math.max(cover[i]!, leg.alpha.data[i]!);
  }
  return { width, height, data: cover };
}

/** What hides the garment: it goes on under the mixed edge of an arm, whose own colour is laid over it. */
function overGarment({ all, arms }: InFront): Plane {
  const data = all.data.map((share, pixel) => {
    const arm = arms.data[pixel]!;
    return share > arm || arm >= PURE ? share : 0;
  });
  return { width: all.width, height: all.height, data };
}

/** Darkens a shading beside what lies in front. */
function shadowed(shade: Plane, front: Plane, shoulderWidth: number): Plane {
  const blurred = gaussianBlur(front, SHADOW_WIDTH * shoulderWidth).data;
  const data = shade.data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) data[pixel]! *= 1 - SHADOW * blurred[pixel]!;
  return { width: shade.width, height: shade.height, data };
}

/**
 * Dresses the person in trousers, shorts or a skirt: takes the old ones off, then lays background,
 * bare legs and the garment over each other; top, arms and hands stay in front as they were.
 *
 * @param carried bags and the like, 0 to 1: they stay in front.
 * @param window where the person's pixels lie in the picture that was fitted to.
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function composeLower(
  seen: NearbyPerson,
  garment: WarpedLower,
  fit: LowerFit,
  window: { readonly x: number; readonly y: number },
  carried: Plane,
  seed: number,
  checkpoint: () => void,
): Composition {
  const person = hemAsCloth(seen);
  const unit = person.frame.shoulderWidth;
  const shade = measureShading(person, PART['lower-clothes']);
  checkpoint();
  const legs = drawLegCapsules(person.picture, fit.legs, window);
  const kneeOf = (side: PictureSide) =>
    fit.legs[side].joints.thighLength / fit.legs[side].joints.length;
  const inSight = legsInSight(garment, legs, fit.hem);
  const inFront = inFrontOfLower(person, fit.waist, carried);
  const { all: front, arms } = inFront;
  const oldCloth = partMask(person.parts, (part) => part === PART['lower-clothes']);
  const nearCloth = dilate(oldCloth, MIXED);
  const plate = makeLowerPlate(person, legs, inSight, [kneeOf('left'), kneeOf('right')], shade, {
    carried,
    arms,
    nearCloth,
  });
  checkpoint();
  const cover = lowerCoverage(garment);
  const overlay = createOverlay(person.picture);
  paintPlate(overlay, person, plate, seed);
  const shown = seenCoverage(cover, front);
  castContactShadow(overlay, person, plate, shown);
  shadeEdges(shade, cover, unit);
  const lit = shadowed(shade, front, unit);
  checkpoint();
  const leftIsNearer = fit.legs.left.joints.depth < fit.legs.right.joints.depth;
  const [far, near] = leftIsNearer
    ? [garment.legs.right, garment.legs.left]
    : [garment.legs.left, garment.legs.right];
  const hidden = overGarment(inFront);
  if (far !== null && near !== null) {
    paintPart(overlay, far, shadowed(lit, near.alpha, unit), hidden);
    paintPart(overlay, near, lit, hidden);
  }
  paintPart(overlay, garment.seat, lit, hidden);
  for (let pixel = 0; pixel < front.data.length; pixel++) {
    const share = front.data[pixel]!;
    if (share > arms.data[pixel]!) reveal(overlay, pixel, share);
  }
  revealPure(overlay, person.picture, arms, nearCloth);
  return { overlay, seen: shown, drawnSkin: measureDrawnSkin(plate, shown, unit) };
}
