import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';
import { MISSED, type SeenBackdrop } from '../backdrop/seen-backdrop.ts';
import { isSkin, partMask } from '../part-mask.ts';
import { type ClothResidue, createResidue } from './cloth-residue.ts';

/** Width of the rim around the old cloth, in shoulder widths: its edge has mixed into the rest. */
const RIM_ON_SKIN = 0.03;
const RIM_ON_BACKGROUND = 0.035;
/** The old hem's shadow is taken away whole up to this share of its reach, then less and less. */
const PURE_SHADOW = 0.4;

/** A top's edge and shadow on the lower clothes. */
export interface RimOnLower {
  /** Pixels; above 0. */
  readonly reach: number;
  /** Squared distance of each pixel from the top, in pixels. */
  readonly toCloth: Float32Array;
}

/**
 * How far the old cloth is taken away, 0 to 1: the cloth and a rim over skin and background around
 * it, soft at the edge, and what the parse took for background although it is cloth; never hair or
 * face.
 *
 * @param backdrop the clean backdrop continued behind the person; null where none is seen.
 * @param label the cloth's part.
 * @param isBeside tells the skin that its rim may lie on.
 * @param onLower how a top's edge and shadow lie on the lower clothes; null = they do not.
 */
export function measureOldCloth(
  person: PersonAnalysis,
  backdrop: SeenBackdrop | null,
  label: number = PART['upper-clothes'],
  isBeside: (part: number) => boolean = isSkin,
  onLower: RimOnLower | null = null,
): Plane {
  const { width, height } = person.picture;
  const { parts, regions } = person;
  const unit = person.frame.shoulderWidth;
  const cloth = partMask(parts, (part) => part === label);
  const onSkin = dilate(cloth, clamp(unit * RIM_ON_SKIN, 2, 9)).data;
  const onBackground = dilate(cloth, clamp(unit * RIM_ON_BACKGROUND, 3, 10)).data;
  const missed = backdrop === null ? null : createResidue(person, cloth, backdrop);
  const near = dilate(cloth, Math.max(4, unit * MISSED));
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) {
    if (cloth.data[i] !== 0) hard[i] = 1;
    else if (onLower !== null && parts.data[i] === PART['lower-clothes']) {
      const { reach, toCloth } = onLower;
      hard[i] = 1 - smoothStep(PURE_SHADOW * reach, reach, Math.sqrt(toCloth[i]!));
    } else if (near.data[i] !== 0)
      hard[i] = rimAt(i, parts, isBeside, onSkin, onBackground, missed);
  }
  const soft = gaussianBlur({ width, height, data: hard }, 1);
  for (let i = 0; i < hard.length; i++) {
    const keep = parts.data[i] === PART.face ? 1 : regions.hair.data[i]!;
    soft.data[i] = smoothStep(0.1, 0.8, soft.data[i]!) * (1 - keep);
  }
  return soft;
}

function rimAt(
  pixel: number,
  parts: Mask,
  isBeside: (part: number) => boolean,
  onSkin: Uint8Array,
  onBackground: Uint8Array,
  missed: ClothResidue | null,
): number {
  const part = parts.data[pixel]!;
  if (isBeside(part)) return onSkin[pixel] !== 0 ? 1 : 0;
  if (part !== PART.background) return 0;
  if (onBackground[pixel] !== 0) return 1;
  return missed === null ? 0 : missed(pixel);
}
