import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { ClothLevels } from './behind-cloth.ts';
import { BEHIND, classifyBehindCloth } from './behind-cloth.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { measureOldCloth } from './old-cloth.ts';
import { partMask } from './part-mask.ts';
import { fillFromRegion } from './region-fill.ts';
import { drawSkin } from './skin-fill.ts';

/** The person with the old top taken away. */
export interface CleanPlate {
  /** Defined where `removed` is above 0. */
  readonly colour: RgbImage;
  /** How far the old cloth is taken away, 0 to 1, soft at its edge. */
  readonly removed: Plane;
  /** `BEHIND` by pixel. */
  readonly kinds: Mask;
}

/** Softness of the boundaries between skin, clothes and background, in pixels. */
const BOUNDARY = 1.1;
/** The person's rim is kept out of the background's samples, pixels. */
const RIM = 4;

function drawBackground(person: PersonAnalysis): RgbImage {
  const { width, height } = person.picture;
  const grown = dilate(
    partMask(person.parts, (part) => part !== PART.background),
    RIM,
  );
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = grown.data[i] === 0 && person.pose.personMask.data[i]! < 0.5 ? 255 : 0;
  }
  return fillFromRegion(person.picture, { width, height, data }) ?? person.picture;
}

/** Share of each pixel that belongs to one kind, soft at its boundary. */
function softKind(kinds: Mask, wanted: number): Float32Array {
  const { width, height } = kinds;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) if (kinds.data[i] === wanted) data[i] = 1;
  return gaussianBlur({ width, height, data }, BOUNDARY).data;
}

/**
 * Takes the old top off: what lies behind becomes background, bare skin in the tone of the same
 * limb, or lower clothes.
 *
 * @param shade brightness of the old cloth's own shading, around 1; carried over to the skin.
 */
export function makeCleanPlate(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  levels: ClothLevels,
  shade: Plane,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const removed = measureOldCloth(person);
  const lowerKnown = erode(
    partMask(person.parts, (part) => part === PART['lower-clothes']),
    RIM,
  );
  const lower = fillFromRegion(picture, lowerKnown);
  const kinds = classifyBehindCloth(person, removed, limbs, trunk, {
    ...levels,
    lowerFrom: lower === null ? Number.POSITIVE_INFINITY : levels.lowerFrom,
  });
  const skin = drawSkin(person, limbs, kinds, shade);
  const background = drawBackground(person);
  const layers = [
    { image: skin, share: softKind(kinds, BEHIND.arm) },
    { image: skin, share: softKind(kinds, BEHIND.trunk) },
    { image: lower ?? background, share: softKind(kinds, BEHIND.lower) },
    { image: background, share: softKind(kinds, BEHIND.background) },
  ];
  const colour = picture.data.slice();
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (kinds.data[pixel] === BEHIND.untouched) {
      removed.data[pixel] = 0;
      continue;
    }
    let red = 0;
    let green = 0;
    let blue = 0;
    let total = 0;
    for (let layer = 0; layer < layers.length; layer++) {
      const share = layers[layer]!.share[pixel]!;
      if (share <= 0) continue;
      const { data } = layers[layer]!.image;
      red += data[pixel * 3]! * share;
      green += data[pixel * 3 + 1]! * share;
      blue += data[pixel * 3 + 2]! * share;
      total += share;
    }
    colour[pixel * 3] = Math.round(red / total);
    colour[pixel * 3 + 1] = Math.round(green / total);
    colour[pixel * 3 + 2] = Math.round(blue / total);
  }
  return { colour: { width, height, data: colour }, removed, kinds };
}
