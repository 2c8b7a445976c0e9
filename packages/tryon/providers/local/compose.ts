import { createSeededRandom } from '../../seeded-random.ts';
import type { LineAcross } from '../../stages/warp/body/frame-coordinates.ts';
import { findWaistbandLine } from '../../stages/warp/body/waistband-line.ts';
import type { Fit } from '../../stages/warp/fit/fit.ts';
import { uncoversWaistband } from '../../stages/warp/fit/fit-tuck.ts';
import { hangsAlike } from '../../stages/warp/fit/slant-hem.ts';
import { mix } from '../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../stages/warp/warped-garment.ts';
import { endTrunkBeside } from './body/beside-waistband.ts';
import { widenRibs } from './body/ribs-under-hem.ts';
import { endTrunkAtArms } from './body/trunk-at-arms.ts';
import { drawTrunk } from './body/trunk-mask.ts';
import { reachToArms } from './body/trunk-to-arms.ts';
import { followWaistband } from './body/waistband.ts';
import { crossesTrunk } from './cloth/arm-before-trunk.ts';
import { hideAboveCuffs } from './cloth/arms-above-cuffs.ts';
import { garmentCoverage, seenCoverage } from './cloth/coverage.ts';
import { dropSlivers } from './cloth/drop-slivers.ts';
import { endStraps } from './cloth/end-straps.ts';
import { extendCloth } from './cloth/extend-cloth.ts';
import { layGarment } from './cloth/lay-garment.ts';
import { armsInFront } from './cloth/occlusion.ts';
import { trimBeyondArms } from './cloth/trim-beyond-arms.ts';
import { trimOvershoot } from './cloth/trim-overshoot.ts';
import { cutAtWaistband } from './cloth/tuck.ts';
import type { Composition } from './composition.ts';
import type { NearbyPerson } from './crop-person.ts';
import { removeBounce } from './light/cloth-bounce.ts';
import { castContactShadow } from './light/contact-shadow.ts';
import { createGrain, measureGrain } from './light/grain.ts';
import { measureShading } from './light/shading.ts';
import type { Overlay } from './overlay.ts';
import { createOverlay, paint } from './overlay.ts';
import { partMask } from './part-mask.ts';
import { BEHIND } from './plate/behind-cloth.ts';
import { type CleanPlate, makeCleanPlate, type PlateLevels } from './plate/clean-plate.ts';
import { findWaistEdge } from './plate/hidden-waist.ts';
import { readWearer } from './plate/read-wearer.ts';
import { measureDrawnSkin } from './skin/drawn-skin.ts';
import { findKnownSkin } from './skin/skin-known.ts';

/** A tucked top goes on so far below the waistband's edge, in torso lengths. */
const UNDER_WAISTBAND = 0.012;
/** A hem's corners lie up to this far above its middle, in torso lengths. */
const ABOVE_HEM = 0.03;
/** A top that ends above this height is a crop top, in torso lengths. */
const CROPPED = 0.72;

function levelsOf(person: NearbyPerson, fit: Fit, isOldHem: boolean): PlateLevels {
  const { frame } = person;
  const { hem, tuckedAt } = fit.hem;
  const topEnd = tuckedAt ?? hem;
  // A dress casts no shadow on itself, and hides nothing that is to come to light.
  if (fit.oldHem.isDress) return { waist: null, topEnd, hangsAlike: false };
  const waist =
    tuckedAt !== null && !isOldHem
      ? { below: tuckedAt, hidden: true }
      : findWaistEdge(fit.oldHem, frame);
  return { waist, topEnd, hangsAlike: hangsAlike(fit.hem, fit.oldHem) };
}

/** Where the new top ends: at a waistband that is seen, with its slant. */
function topEndOf(person: NearbyPerson, fit: Fit, isOldHem: boolean): LineAcross {
  const { hem, tuckedAt } = fit.hem;
  if (tuckedAt !== null && isOldHem) return findWaistbandLine(person, tuckedAt);
  return { below: tuckedAt ?? hem, slope: fit.hemSlope };
}

/** Whether a top lies close around the ribs: cropped, and without sleeves. */
function isCloseCrop({ hem, sleeveReach }: Fit, torsoLength: number): boolean {
  return hem.hem < CROPPED * torsoLength && sleeveReach.left === 0 && sleeveReach.right === 0;
}

/** Lays the clean plate over the photo, with the photo's own grain on it, skin's on skin. */
export function paintPlate(
  overlay: Overlay,
  person: NearbyPerson,
  plate: CleanPlate,
  seed: number,
): void {
  const { width, height } = overlay;
  const untouched = partMask(plate.kinds, (kind) => kind === BEHIND.untouched);
  const everywhere = measureGrain(person.picture, untouched);
  const onSkin = Math.max(everywhere, measureGrain(person.picture, findKnownSkin(person)));
  const grain = createGrain(width, height, 1, createSeededRandom(seed)).data;
  const { data } = plate.colour;
  for (let pixel = 0; pixel < grain.length; pixel++) {
    const removed = plate.removed.data[pixel]!;
    if (removed <= 0) continue;
    const at = pixel * 3;
    const strength = mix(everywhere, onSkin, Math.min(1, plate.skin[pixel]!));
    const noise = grain[pixel]! * strength * (1 - plate.textured[pixel]!);
    paint(overlay, pixel, data[at]! + noise, data[at + 1]! + noise, data[at + 2]! + noise, removed);
  }
}

/**
 * Dresses the person: takes the old top off, then lays background, body, inner collar, torso,
 * sleeves, hair and face over each other in that order; arms and hands stay in front of the torso.
 *
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function composeTryOn(
  seen: NearbyPerson,
  garment: WarpedGarment,
  fit: Fit,
  seed: number,
  checkpoint: () => void,
): Composition {
  const { person, limbs, toCloth } = readWearer(seen);
  const shade = measureShading(person);
  checkpoint();
  const trunk = drawTrunk(person);
  const isOldHem = !uncoversWaistband(fit.hem, fit.oldHem, person.frame.torsoLength);
  const levels = levelsOf(person, fit, isOldHem);
  const end = topEndOf(person, fit, isOldHem);
  const waistband = fit.hem.tuckedAt === null ? null : followWaistband(person, end, isOldHem);
  // Below a waistband the lower clothes' own outline is seen, and under the rounded corners of a hem.
  const under = (waistband === null ? -ABOVE_HEM : UNDER_WAISTBAND) * person.frame.torsoLength;
  const until = { ...end, below: end.below + under };
  reachToArms(trunk, person, limbs, until, waistband?.dips ?? null);
  endTrunkAtArms(trunk, person);
  if (waistband?.isOldHem) endTrunkBeside(trunk, person, waistband);
  if (levels.waist !== null && isCloseCrop(fit, person.frame.torsoLength)) {
    const room = levels.waist.below - fit.hem.hem;
    widenRibs(trunk, garment.torso.alpha, limbs, person.frame, room);
  }
  const plate = makeCleanPlate(person, limbs, trunk, levels, shade, toCloth);
  checkpoint();
  trimOvershoot(garment, person);
  const { collarAt, sleeveReach } = fit;
  endStraps(garment.torso.alpha, person, sleeveReach);
  dropSlivers(garment, person.frame, limbs);
  extendCloth(garment, person, limbs, trunk, {
    hem: { below: fit.hem.hem, slope: fit.hemSlope },
    waistband,
    collarAt,
    sleeveReach,
  });
  const isBareBefore = (side: 0 | 1, reach: number) =>
    reach === 0 && crossesTrunk(person, trunk, side);
  trimBeyondArms(garment.torso.alpha, limbs, trunk, [
    isBareBefore(0, sleeveReach.left),
    isBareBefore(1, sleeveReach.right),
  ]);
  if (waistband !== null) cutAtWaistband(garment.torso.alpha, person, trunk, waistband);
  const arms = armsInFront(person, limbs, trunk, plate, fit.sleeveReach);
  hideAboveCuffs(arms, garment, limbs, person.parts);
  const cover = garmentCoverage(garment);
  checkpoint();

  const overlay = createOverlay(person.picture);
  removeBounce(overlay, person, toCloth);
  paintPlate(overlay, person, plate, seed);
  const shown = seenCoverage(cover, arms);
  castContactShadow(overlay, person, plate, shown);
  checkpoint();
  layGarment(overlay, person, garment, { plate, limbs, shade, cover, arms }, checkpoint);
  return {
    overlay,
    seen: shown,
    drawnSkin: measureDrawnSkin(plate, shown, person.frame.shoulderWidth),
  };
}
