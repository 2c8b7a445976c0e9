import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp, smoothStep } from '../../stages/warp/scalar.ts';
import { isSkin } from './part-mask.ts';

/** Width of the rim around the old cloth, in shoulder widths: its edge has mixed into the rest. */
const RIM_ON_SKIN = 0.03;
const RIM_ON_BACKGROUND = 0.035;

/**
 * How far the old top is taken away, 0 to 1: the cloth and a rim over skin and background around
 * it, soft at the edge; never hair or face.
 */
export function measureOldCloth(person: PersonAnalysis): Plane {
  const { width, height } = person.picture;
  const { parts, regions } = person;
  const unit = person.frame.shoulderWidth;
  const cloth: Mask = {
    width,
    height,
    data: parts.data.map((part) => (part === PART['upper-clothes'] ? 255 : 0)),
  };
  const onSkin = dilate(cloth, clamp(unit * RIM_ON_SKIN, 2, 9)).data;
  const onBackground = dilate(cloth, clamp(unit * RIM_ON_BACKGROUND, 3, 10)).data;
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) {
    const part = parts.data[i]!;
    const isRim =
      (part === PART.background && onBackground[i] !== 0) || (isSkin(part) && onSkin[i] !== 0);
    if (cloth.data[i] !== 0 || isRim) hard[i] = 1;
  }
  const soft = gaussianBlur({ width, height, data: hard }, 1);
  for (let i = 0; i < hard.length; i++) {
    const keep = parts.data[i] === PART.face ? 1 : regions.hair.data[i]!;
    soft.data[i] = smoothStep(0.1, 0.8, soft.data[i]!) * (1 - keep);
  }
  return soft;
}
