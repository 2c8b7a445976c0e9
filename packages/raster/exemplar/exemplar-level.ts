import type { Mask, RgbImage, Size } from '../types.ts';
import { ROLE } from './role.ts';
import { PATCH_REACH } from './whole-patches.ts';

/**
 * One level of a completion's pyramid. A rim of unseen pixels, `PATCH_REACH` wide, lies around it, so that
 * no patch runs out of it; without the rim its sizes are even.
 */
export interface ExemplarLevel extends Size {
  /** Interleaved RGB; what lies in the hole is the guess so far. */
  readonly data: Uint8Array;
  /** `ROLE` by pixel. */
  readonly roles: Uint8Array;
}

function createLevel(inner: Size): ExemplarLevel {
  const width = inner.width + (inner.width & 1) + 2 * PATCH_REACH;
  const height = inner.height + (inner.height & 1) + 2 * PATCH_REACH;
  return {
    width,
    height,
    data: new Uint8Array(width * height * 3),
    roles: new Uint8Array(width * height),
  };
}

/** Where a picture's pixel lies in its level. */
export function placeInLevel({ width }: Size, x: number, y: number): number {
  return (y + PATCH_REACH) * width + x + PATCH_REACH;
}

/** The finest level: the picture itself. */
export function levelOf(picture: RgbImage, { data: roles }: Mask): ExemplarLevel {
  const level = createLevel(picture);
  const { width, height, data } = picture;
  for (let y = 0; y < height; y++) {
    const to = placeInLevel(level, 0, y);
    level.data.set(data.subarray(y * width * 3, (y + 1) * width * 3), to * 3);
    level.roles.set(roles.subarray(y * width, (y + 1) * width), to);
  }
  return level;
}

/** The next coarser level: the mean of the known pixels of every four. */
export function shrinkLevel(fine: ExemplarLevel): ExemplarLevel {
  const inner = {
    width: (fine.width - 2 * PATCH_REACH) / 2,
    height: (fine.height - 2 * PATCH_REACH) / 2,
  };
  const coarse = createLevel(inner);
  for (let y = 0; y < inner.height; y++) {
    for (let x = 0; x < inner.width; x++) {
      shrinkFour(fine, placeInLevel(fine, 2 * x, 2 * y), coarse, placeInLevel(coarse, x, y));
    }
  }
  return coarse;
}

/** Whatever touches the hole is hole; only what is source as a whole is source. */
function shrinkFour(fine: ExemplarLevel, first: number, coarse: ExemplarLevel, to: number): void {
  const { data, roles, width } = fine;
  const counts = [0, 0, 0, 0];
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let k = 0; k < 4; k++) {
    const pixel = first + (k >> 1) * width + (k & 1);
    const role = roles[pixel]!;
    counts[role]!++;
    if (role < ROLE.context) continue;
    red += data[pixel * 3]!;
    green += data[pixel * 3 + 1]!;
    blue += data[pixel * 3 + 2]!;
  }
  const known = counts[ROLE.context]! + counts[ROLE.source]!;
  if (known > 0) {
    coarse.data[to * 3] = Math.round(red / known);
    coarse.data[to * 3 + 1] = Math.round(green / known);
    coarse.data[to * 3 + 2] = Math.round(blue / known);
  }
  if (counts[ROLE.hole]! > 0) coarse.roles[to] = ROLE.hole;
  else if (counts[ROLE.source] === 4) coarse.roles[to] = ROLE.source;
  else if (known > counts[ROLE.unseen]!) coarse.roles[to] = ROLE.context;
}
