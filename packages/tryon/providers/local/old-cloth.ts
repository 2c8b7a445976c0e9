import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp, smoothStep } from '../../stages/warp/scalar.ts';
import { isSkin } from './part-mask.ts';

/** Width of the rim around the old cloth, in shoulder widths: its edge has mixed into the rest. */
const RIM = 0.02;

/**
 * How far the old top is taken away, 0 to 1: the cloth and a rim over skin and background around
 * it, soft at the edge; never hair or face.
 */
export function measureOldCloth(person: PersonAnalysis): Plane {
  const { width, height } = person.picture;
  const { parts, regions } = person;
  const rim = clamp(person.frame.shoulderWidth * RIM, 2, 6);
  const cloth: Mask = {
    width,
    height,
    data: parts.data.map((part) => (part === PART['upper-clothes'] ? 255 : 0)),
  };
  const grown = dilate(cloth, rim);
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) {
    const part = parts.data[i]!;
    const rimHere = grown.data[i] !== 0 && (part === PART.background || isSkin(part));
    if (cloth.data[i] !== 0 || rimHere) hard[i] = 1;
  }
  const soft = gaussianBlur({ width, height, data: hard }, 1);
  for (let i = 0; i < hard.length; i++) {
    const keep = parts.data[i] === PART.face ? 1 : regions.hair.data[i]!;
    soft.data[i] = smoothStep(0.1, 0.8, soft.data[i]!) * (1 - keep);
  }
  return soft;
}
