import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from '../behind-cloth.ts';
import type { Capsules } from '../capsules.ts';
import { type CleanPlate, continueBackground, softKind } from '../clean-plate.ts';
import { measureOldCloth } from '../old-cloth.ts';
import { readFill } from '../region-fill.ts';
import { isBareLeg } from './leg-capsules.ts';
import { drawLegSkin } from './leg-skin.ts';

/** Names what lies behind each pixel of the old cloth: a leg, or the background. */
function classify(removed: Plane, legs: Capsules, inSight: Mask): Mask {
  const { width, height } = removed;
  const kinds = new Uint8Array(width * height);
  for (let pixel = 0; pixel < kinds.length; pixel++) {
    if (removed.data[pixel]! <= 0) continue;
    const isLeg = legs.distance[pixel]! < 1 && inSight.data[pixel] !== 0;
    kinds[pixel] = isLeg ? BEHIND.leg : BEHIND.background;
  }
  return { width, height, data: kinds };
}

/**
 * Takes trousers, shorts or a skirt off: what lies behind becomes bare legs or background.
 *
 * @param inSight where a leg may be seen beside or through the new garment.
 * @param knee where the knees lie along the legs, at the picture's left and right.
 * @param shade brightness of the old cloth's own shading, around 1.
 * @param carried what stays although it was parsed as lower clothes, 0 to 1.
 */
export function makeLowerPlate(
  person: PersonAnalysis,
  legs: Capsules,
  inSight: Mask,
  knee: readonly [number, number],
  shade: Plane,
  carried: Plane,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const background = continueBackground(person);
  const removed = measureOldCloth(person, background, PART['lower-clothes'], isBareLeg);
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    removed.data[pixel]! *= 1 - carried.data[pixel]!;
  }
  const kinds = classify(removed, legs, inSight);
  const onLeg = softKind(kinds, [BEHIND.leg]);
  const beside = softKind(kinds, [BEHIND.background]);
  const skin = drawLegSkin(person, legs, onLeg, knee, shade).data;
  const colour = picture.data.slice();
  const sample = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (kinds.data[pixel] === BEHIND.untouched) continue;
    const skinShare = onLeg[pixel]!;
    const restShare = background === null ? 0 : beside[pixel]!;
    const total = skinShare + restShare;
    if (total <= 0) continue;
    if (background !== null) {
      readFill(background, pixel % width, Math.floor(pixel / width), sample);
    }
    for (let channel = 0; channel < 3; channel++) {
      const mixed = skin[pixel * 3 + channel]! * skinShare + sample[channel]! * restShare;
      colour[pixel * 3 + channel] = Math.round(mixed / total);
    }
  }
  return { colour: { width, height, data: colour }, removed, kinds, skin: onLeg };
}
