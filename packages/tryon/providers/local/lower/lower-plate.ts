import { PART } from '@proteus/contracts/person-parts.ts';
import { erode } from '@proteus/raster/erode.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { seeBackdrop } from '../backdrop/seen-backdrop.ts';
import { continueBackdrop, readBackdrop } from '../backdrop/textured-backdrop.ts';
import type { Capsules } from '../body/capsules.ts';
import { drawTrunk } from '../body/trunk-mask.ts';
import { PURE } from '../cloth/pure-edge.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { refineLimbEdges } from '../plate/limb-edges.ts';
import { measureOldCloth } from '../plate/old-cloth.ts';
import { fillFromRegion, type RegionFill, readFill } from '../plate/region-fill.ts';
import { softKind } from '../plate/soft-kind.ts';
import { fadeAtHem } from './fade-at-hem.ts';
import { isBareLeg } from './leg-capsules.ts';
import { drawLegSkin } from './leg-skin.ts';

/** A midriff begins this far down, in torso lengths. */
const WAIST = 0.45;
/** The rim of bare skin that has mixed with cloth, in pixels. */
const RIM = 2;

/** A bare midriff, continued under the waistband. */
interface Midriff {
  readonly skin: RegionFill;
  /** The trunk down to the hips. */
  readonly trunk: Mask;
}

function findMidriff(person: NearbyPerson): Midriff | null {
  const { frame, parts, picture } = person;
  const bare = partMask(parts, (part) => part === PART['torso-skin']);
  for (let pixel = 0; pixel < bare.data.length; pixel++) {
    const x = pixel % bare.width;
    // A neckline tells nothing of the waist.
    if (belowShoulders(frame, x, (pixel - x) / bare.width) < WAIST * frame.torsoLength) {
      bare.data[pixel] = 0;
    }
  }
  const skin = fillFromRegion(picture, erode(bare, RIM));
  if (skin === null) return null;
  const trunk = drawTrunk(person);
  for (let pixel = 0; pixel < trunk.data.length; pixel++) {
    const x = pixel % trunk.width;
    const below = belowShoulders(frame, x, (pixel - x) / trunk.width);
    if (below > frame.torsoLength) trunk.data[pixel] = 0;
  }
  return { skin, trunk };
}

/** Names what lies behind each pixel of the old cloth: midriff, a leg, or the background. */
function classify(
  { parts }: NearbyPerson,
  removed: Plane,
  legs: Capsules,
  inSight: Mask,
  midriff: Midriff | null,
): Mask {
  const { width, height } = removed;
  const kinds = new Uint8Array(width * height);
  for (let pixel = 0; pixel < kinds.length; pixel++) {
    if (removed.data[pixel]! <= 0) continue;
    if (midriff !== null && midriff.trunk.data[pixel] !== 0) {
      kinds[pixel] = BEHIND.trunk;
      continue;
    }
    const isBare = isBareLeg(parts.data[pixel]!);
    const isLeg = isBare || legs.distance[pixel]! < 1;
    kinds[pixel] = isLeg && inSight.data[pixel] !== 0 ? BEHIND.leg : BEHIND.background;
  }
  return { width, height, data: kinds };
}

/** What stays in front of the old cloth, each 0 to 1. */
interface Staying {
  /** Bags and the like, parsed as lower clothes. */
  readonly carried: Plane;
  /** Bare arms and hands, soft at their edges. */
  readonly arms: Plane;
  /** 255 on the old cloth and up to `MIXED` around it. */
  readonly nearCloth: Mask;
}

/** Takes the old cloth out of the edges of arms, which show a mixture of both; changes `removed`. */
function clearArmEdges(removed: Plane, { arms, nearCloth }: Staying): void {
  const near = nearCloth.data;
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    const arm = arms.data[pixel]!;
    if (near[pixel] !== 0 && arm > 0 && arm < PURE) removed.data[pixel] = 1;
  }
}

/**
 * Takes trousers, shorts or a skirt off: what lies behind becomes bare legs or background.
 *
 * @param inSight where a leg may be seen beside or through the new garment.
 * @param knee where the knees lie along the legs, at the picture's left and right.
 * @param shade brightness of the old cloth's own shading, around 1.
 */
export function makeLowerPlate(
  person: NearbyPerson,
  legs: Capsules,
  inSight: Mask,
  knee: readonly [number, number],
  shade: Plane,
  staying: Staying,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const seen = seeBackdrop(person, PART['lower-clothes']);
  const removed = measureOldCloth(person, seen, PART['lower-clothes'], isBareLeg);
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    removed.data[pixel]! *= 1 - staying.carried.data[pixel]!;
  }
  clearArmEdges(removed, staying);
  fadeAtHem(removed, person, PART['lower-clothes']);
  const midriff = findMidriff(person);
  const kinds = classify(person, removed, legs, inSight, midriff);
  const onLeg = softKind(kinds, [BEHIND.leg]);
  const beside = softKind(kinds, [BEHIND.background]);
  refineLimbEdges(onLeg, beside, kinds, BEHIND.leg, legs);
  const onTrunk = softKind(kinds, [BEHIND.trunk]);
  const skin = drawLegSkin(person, legs, onLeg, knee, shade).data;
  const backdrop = seen && continueBackdrop(person, seen, kinds);
  const colour = picture.data.slice();
  const textured = new Float32Array(kinds.data.length);
  const sample = new Float32Array(3);
  const body = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (kinds.data[pixel] === BEHIND.untouched) continue;
    const skinShare = onLeg[pixel]!;
    const restShare = backdrop === null ? 0 : beside[pixel]!;
    const trunkShare = midriff === null ? 0 : onTrunk[pixel]!;
    const total = skinShare + restShare + trunkShare;
    if (total <= 0) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    if (backdrop !== null && restShare > 0) {
      textured[pixel] = (readBackdrop(backdrop, x, y, sample) * restShare) / total;
    }
    if (midriff !== null) readFill(midriff.skin, x, y, body);
    for (let channel = 0; channel < 3; channel++) {
      const mixed =
        skin[pixel * 3 + channel]! * skinShare +
        sample[channel]! * restShare +
        body[channel]! * trunkShare;
      colour[pixel * 3 + channel] = Math.round(mixed / total);
    }
  }
  const bare = jointShare(onLeg, onTrunk);
  return { colour: { width, height, data: colour }, removed, kinds, skin: bare, textured };
}
