import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';

const SKIN_PARTS = new Uint8Array(256);
for (const part of [
  PART.face,
  PART.neck,
  PART['torso-skin'],
  PART['left-upper-arm'],
  PART['right-upper-arm'],
  PART['left-forearm'],
  PART['right-forearm'],
  PART['left-hand'],
  PART['right-hand'],
]) {
  SKIN_PARTS[part] = 1;
}

/** Whether a part is bare skin of the upper body. */
export function isSkin(part: number): boolean {
  return SKIN_PARTS[part] === 1;
}

/** 255 where the parse map shows a part that is wanted. */
export function partMask(parts: Mask, wanted: (part: number) => boolean): Mask {
  const { width, height, data } = parts;
  const lookup = new Uint8Array(256);
  for (let part = 0; part < 256; part++) lookup[part] = wanted(part) ? 255 : 0;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) mask[i] = lookup[data[i]!]!;
  return { width, height, data: mask };
}

/** 255 where a plane exceeds a level. */
export function planeAbove(plane: Plane, level: number): Mask {
  const { width, height, data } = plane;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) if (data[i]! > level) mask[i] = 255;
  return { width, height, data: mask };
}
