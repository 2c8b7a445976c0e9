import { PART } from '@proteus/contracts/person-parts.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { clothesAsOne } from '../../../stages/person-parsing/regions/clothes-as-one.ts';
import { seeBackdrop } from '../backdrop/seen-backdrop.ts';
import { continueBackdrop, readBackdrop } from '../backdrop/textured-backdrop.ts';
import type { Capsules } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { fadeAtHem } from '../lower/fade-at-hem.ts';
import { isBareLeg } from '../lower/leg-capsules.ts';
import { drawLegSkin } from '../lower/leg-skin.ts';
import { isSkin } from '../part-mask.ts';
import { passIntoArms } from '../plate/bare-arm-rim.ts';
import { passIntoTrunk } from '../plate/bare-trunk-rim.ts';
import { BEHIND, classifyBehindCloth } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { distanceFromTop } from '../plate/distance-from-top.ts';
import { continueHair } from '../plate/hair-in-pockets.ts';
import { refineLimbEdges } from '../plate/limb-edges.ts';
import { measureOldCloth } from '../plate/old-cloth.ts';
import { softKind } from '../plate/soft-kind.ts';
import { tidyKinds } from '../plate/tidy-kinds.ts';
import { keepWallAtNeck } from '../plate/wall-at-neck.ts';
import { drawSkin } from '../skin/skin-fill.ts';
import { isBareTrunk } from '../skin/skin-known.ts';

/** The body as far as it may come to light under clothes. */
export interface BodySolids {
  readonly limbs: LimbCapsules;
  /** The bare trunk, down to where the legs part. */
  readonly trunk: Mask;
  readonly legs: Capsules;
  /** Where the knees lie along the legs, at the picture's left and right. */
  readonly knees: readonly [number, number];
}

/** Nothing of the old clothes stays, and no trousers come to light under a top. */
const NOTHING_STAYS = { waist: null };

/** Names what lies behind each pixel of the old clothes: arm, trunk, leg or background. */
function classify(person: NearbyPerson, removed: Plane, body: BodySolids): Mask {
  const kinds = classifyBehindCloth(person, removed, body.limbs, body.trunk, NOTHING_STAYS);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (kinds.data[pixel] !== BEHIND.background) continue;
    // The rim of skin that was seen beside old cloth is skin, though it lies outside the solids.
    const part = person.parts.data[pixel]!;
    if (isBareTrunk(part)) kinds.data[pixel] = BEHIND.trunk;
    else if (isBareLeg(part) || body.legs.distance[pixel]! < 1) kinds.data[pixel] = BEHIND.leg;
  }
  return kinds;
}

/**
 * Takes all clothes off, from the neck to the shoes: what lies behind becomes bare skin of arms,
 * trunk and legs, or background.
 *
 * @param person with all clothes taken for one upper garment.
 * @param shade brightness of the old cloth's own shading, around 1.
 */
export function makeDressPlate(person: NearbyPerson, body: BodySolids, shade: Plane): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const seen = seeBackdrop(person, PART['upper-clothes']);
  const removed = measureOldCloth(
    person,
    seen,
    undefined,
    (part) => isSkin(part) || isBareLeg(part),
  );
  const toCloth = distanceFromTop(person);
  passIntoArms(removed, person, body.limbs, toCloth);
  passIntoTrunk(removed, person, body.trunk, toCloth);
  fadeAtHem(removed, person, PART['upper-clothes']);
  const kinds = classify(person, removed, body);
  keepWallAtNeck(kinds, person, seen);
  tidyKinds(kinds, person, body.limbs);
  const onBody = softKind(kinds, [BEHIND.arm, BEHIND.trunk]);
  const onLeg = softKind(kinds, [BEHIND.leg]);
  const beside = softKind(kinds, [BEHIND.background]);
  refineLimbEdges(onBody, beside, kinds, BEHIND.arm, body.limbs);
  refineLimbEdges(onLeg, beside, kinds, BEHIND.leg, body.legs);
  const skin = drawSkin(person, body.limbs, kinds, onBody, shade).data;
  const asLower = clothesAsOne(person, 'lower');
  const legSkin = drawLegSkin(asLower, body.legs, onLeg, body.knees, shade).data;
  const backdrop = seen && continueBackdrop(person, seen, kinds);
  const colour = picture.data.slice();
  const textured = new Float32Array(kinds.data.length);
  const sample = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (kinds.data[pixel] === BEHIND.untouched) {
      removed.data[pixel] = 0;
      continue;
    }
    const bodyShare = onBody[pixel]!;
    const legShare = onLeg[pixel]!;
    const restShare = backdrop === null ? 0 : beside[pixel]!;
    const total = bodyShare + legShare + restShare;
    if (total <= 0) continue;
    if (backdrop !== null && restShare > 0) {
      const x = pixel % width;
      const share = readBackdrop(backdrop, x, (pixel - x) / width, sample);
      textured[pixel] = (share * restShare) / total;
    }
    for (let channel = 0; channel < 3; channel++) {
      const at = pixel * 3 + channel;
      const mixed = skin[at]! * bodyShare + legSkin[at]! * legShare + sample[channel]! * restShare;
      colour[at] = Math.round(mixed / total);
    }
  }
  const bare = jointShare(onBody, onLeg);
  const plate = { width, height, data: colour };
  continueHair(plate, kinds, person, [bare, beside]);
  return { colour: plate, removed, kinds, skin: bare, textured };
}
