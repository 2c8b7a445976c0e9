import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { clothesAsOne } from '../../../stages/person-parsing/regions/clothes-as-one.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { DressFit } from '../../../stages/warp/whole/dress-fit.ts';
import { drawTrunk } from '../body/trunk-mask.ts';
import { hideAboveCuffs } from '../cloth/arms-above-cuffs.ts';
import { downBody } from '../cloth/courses.ts';
import { garmentCoverage, seenCoverage } from '../cloth/coverage.ts';
import { dropSlivers } from '../cloth/drop-slivers.ts';
import { endStraps } from '../cloth/end-straps.ts';
import { extendCloth } from '../cloth/extend-cloth.ts';
import { extendPart } from '../cloth/extend-part.ts';
import { layGarment } from '../cloth/lay-garment.ts';
import { trimOvershoot } from '../cloth/trim-overshoot.ts';
import { paintPlate } from '../compose.ts';
import type { Composition } from '../composition.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { castContactShadow } from '../light/contact-shadow.ts';
import { measureShading } from '../light/shading.ts';
import { hemAsCloth } from '../lower/hem-as-cloth.ts';
import { drawLegCapsules } from '../lower/leg-capsules.ts';
import { createOverlay } from '../overlay.ts';
import { readWearer } from '../plate/read-wearer.ts';
import { measureDrawnSkin } from '../skin/drawn-skin.ts';
import { armsOverDress } from './arms-over-dress.ts';
import { type BodySolids, makeDressPlate } from './dress-plate.ts';
import { gapsAtArms } from './gaps-at-arms.ts';

/** Cloth goes on over its edge towards an arm up to this far, in shoulder widths. */
const GAP_REACH = 0.1;

/** Softness of the edge of what is carried, in pixels. */
const CARRIED_EDGE = 0.8;

/** The trunk's outline without the thighs, which are drawn as legs. */
function trunkAbove(person: NearbyPerson, crotchBelow: number): Mask {
  const trunk = drawTrunk(person);
  const { width, height, data } = trunk;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (belowShoulders(person.frame, x, y) > crotchBelow) data[pixel] = 0;
    }
  }
  return trunk;
}

/** What of the body a dress lies around: the trunk, and the thighs that widen it at the hips. */
function bodyUnderDress({ trunk, legs }: BodySolids): Mask {
  const { width, height } = trunk;
  const data = trunk.data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (legs.distance[pixel]! < 1) data[pixel] = 255;
  }
  return { width, height, data };
}

/** Adds a mask to what lies in front, its edge softened. */
function layOver(front: Plane, mask: Mask): void {
  const soft = blurMask(mask, CARRIED_EDGE).data;
  for (let pixel = 0; pixel < soft.length; pixel++) {
    front.data[pixel] = Math.max(front.data[pixel]!, soft[pixel]!);
  }
}

/**
 * Dresses the person in a dress: takes top and lower clothes off, then lays background, body and
 * bare legs, inner collar, the dress, its sleeves, hair and face over each other in that order;
 * arms and hands stay in front. Changes the garment's parts in place.
 *
 * @param carried what hangs from the hands and stays in front; null = nothing.
 * @param wearer the person in the clothes of the photo.
 * @param window where the person's pixels lie in the picture that was fitted to.
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function composeDress(
  wearer: NearbyPerson,
  garment: WarpedGarment,
  fit: DressFit,
  carried: Mask | null,
  window: { readonly x: number; readonly y: number },
  seed: number,
  checkpoint: () => void,
): Composition {
  const unit = wearer.frame.shoulderWidth;
  const { person, limbs } = readWearer(hemAsCloth(wearer));
  // Trousers' folds tell of two legs, which no skirt shows: only the top's light is carried over.
  const shade = measureShading(person);
  const clothed = clothesAsOne(person, 'upper');
  checkpoint();
  const kneeOf = ({ joints }: DressFit['legs']['left']) => joints.thighLength / joints.length;
  const body: BodySolids = {
    limbs,
    trunk: trunkAbove(person, fit.crotchBelow),
    legs: drawLegCapsules(person.picture, fit.legs, window),
    knees: [kneeOf(fit.legs.left), kneeOf(fit.legs.right)],
  };
  const { trunk } = body;
  const plate = makeDressPlate(clothed, body, shade);
  checkpoint();
  trimOvershoot(garment, person);
  const { collarAt, sleeveReach } = fit;
  endStraps(garment.torso.alpha, person, sleeveReach);
  dropSlivers(garment, person.frame, limbs);
  const hem = { below: fit.hem.hem, slope: 0 };
  const extent = { hem, waistband: null, collarAt, sleeveReach };
  extendCloth(garment, person, limbs, bodyUnderDress(body), extent);
  const gaps = gapsAtArms(clothed, limbs, plate, garment.torso.alpha);
  extendPart(garment.torso, gaps, GAP_REACH * unit, downBody(person));
  const arms = armsOverDress(clothed, limbs, trunk, plate, sleeveReach);
  hideAboveCuffs(arms, garment, limbs, person.parts);
  if (carried !== null) layOver(arms, carried);
  const cover = garmentCoverage(garment);
  checkpoint();

  const overlay = createOverlay(person.picture);
  paintPlate(overlay, clothed, plate, seed);
  const shown = seenCoverage(cover, arms);
  castContactShadow(overlay, person, plate, shown);
  checkpoint();
  layGarment(overlay, person, garment, { plate, limbs, shade, cover, arms }, checkpoint);
  return { overlay, seen: shown, drawnSkin: measureDrawnSkin(plate, shown, unit) };
}
