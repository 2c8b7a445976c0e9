import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isSkin, partMask } from '../part-mask.ts';
import { drawSkin } from '../skin/skin-fill.ts';
import { passIntoArms } from './bare-arm-rim.ts';
import type { ClothLevels } from './behind-cloth.ts';
import { BEHIND, classifyBehindCloth } from './behind-cloth.ts';
import { continueLower, type LowerContinuation } from './lower-continued.ts';
import { closeNeckPockets } from './neck-pockets.ts';
import { MISSED, measureOldCloth } from './old-cloth.ts';
import { fillFromRegion, type RegionFill, readFill } from './region-fill.ts';
import { dropSkinCrumbs } from './skin-crumbs.ts';

/** The person with the old top taken away. */
export interface CleanPlate {
  /** Defined where `removed` is above 0. */
  readonly colour: RgbImage;
  /** How far the old cloth is taken away, 0 to 1, soft at its edge. */
  readonly removed: Plane;
  /** `BEHIND` by pixel. */
  readonly kinds: Mask;
  /** Share of bare skin drawn at each pixel, 0 to 1. */
  readonly skin: Float32Array;
}

/** Softness of the boundaries between skin, clothes and background, in pixels. */
const BOUNDARY = 1.1;
/** The person's rim is kept out of the background's samples, pixels. */
const RIM = 4;

/** A top that hangs over the lower clothes shades them, this far in shoulder widths ... */
const HEM_SHADOW = 0.08;
/** ... one that is tucked in leaves the edge of its own colour, pixels. */
const SEEN_RIM = 3;

/** Continues the backdrop behind the person; null where none is seen. */
export function continueBackground(person: PersonAnalysis): RegionFill | null {
  const { width, height } = person.picture;
  const grown = dilate(
    partMask(person.parts, (part) => part !== PART.background),
    RIM,
  );
  const cloth = partMask(person.parts, (part) => part === PART['upper-clothes']);
  const nearCloth = dilate(cloth, MISSED * person.frame.shoulderWidth).data;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const clear = grown.data[i] === 0 && nearCloth[i] === 0;
    data[i] = clear && person.pose.personMask.data[i]! < 0.5 ? 255 : 0;
  }
  return fillFromRegion(person.picture, { width, height, data });
}

/** Share of each pixel that belongs to the wanted kinds, soft at their boundary. */
export function softKind(kinds: Mask, wanted: readonly number[]): Float32Array {
  const { width, height } = kinds;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    if (wanted.includes(kinds.data[i]!)) data[i] = 1;
  }
  return gaussianBlur({ width, height, data }, BOUNDARY).data;
}

/** How far the old top's edge and shadow lie on the lower clothes, in pixels. */
function lowerRim({ waist }: ClothLevels, shoulderWidth: number): number {
  if (waist === null) return 0;
  return waist.hidden ? Math.round(HEM_SHADOW * shoulderWidth) : SEEN_RIM;
}

function readerOf(fill: RegionFill, width: number): LowerContinuation {
  return (pixel, colour) => {
    const x = pixel % width;
    readFill(fill, x, (pixel - x) / width, colour);
  };
}

/**
 * Takes the old top off: what lies behind becomes background, bare skin in the tone of the same
 * limb, or lower clothes.
 *
 * @param shade brightness of the old cloth's own shading, around 1; carried over to the skin.
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 */
export function makeCleanPlate(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  levels: ClothLevels,
  shade: Plane,
  toCloth: Float32Array,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const background = continueBackground(person);
  const rim = lowerRim(levels, person.frame.shoulderWidth);
  const onLower = rim > 0 ? { reach: rim, toCloth } : null;
  const removed = measureOldCloth(person, background, PART['upper-clothes'], isSkin, onLower);
  passIntoArms(removed, person, limbs, toCloth);
  const lower = levels.waist === null ? null : continueLower(person, levels.waist, rim);
  const kinds = classifyBehindCloth(person, removed, limbs, trunk, {
    ...levels,
    waist: lower === null ? null : levels.waist,
  });
  dropSkinCrumbs(kinds, person);
  closeNeckPockets(kinds, person);
  const body = softKind(kinds, [BEHIND.arm, BEHIND.trunk]);
  const skin = drawSkin(person, limbs, kinds, body, shade).data;
  const fills = [
    { read: lower, share: softKind(kinds, [BEHIND.lower]) },
    {
      read: background && readerOf(background, width),
      share: softKind(kinds, [BEHIND.background]),
    },
  ];
  const colour = picture.data.slice();
  const sum = new Float32Array(3);
  const sample = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const kind = kinds.data[pixel]!;
    if (kind === BEHIND.untouched) {
      removed.data[pixel] = 0;
      continue;
    }
    let total = body[pixel]!;
    for (let channel = 0; channel < 3; channel++) {
      sum[channel] = skin[pixel * 3 + channel]! * total;
    }
    for (let i = 0; i < fills.length; i++) {
      const { read, share } = fills[i]!;
      const weight = share[pixel]!;
      if (read === null || weight <= 0) continue;
      read(pixel, sample);
      for (let channel = 0; channel < 3; channel++) sum[channel]! += sample[channel]! * weight;
      total += weight;
    }
    if (total <= 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      colour[pixel * 3 + channel] = Math.round(sum[channel]! / total);
    }
  }
  return { colour: { width, height, data: colour }, removed, kinds, skin: body };
}
