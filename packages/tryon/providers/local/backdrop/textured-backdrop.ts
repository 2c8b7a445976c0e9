import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { exemplarFill } from '@proteus/raster/exemplar/exemplar-fill.ts';
import { ROLE } from '@proteus/raster/exemplar/role.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createSeededRandom } from '../../../seeded-random.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { readFill } from '../plate/region-fill.ts';
import { busynessAt } from './busyness.ts';
import { MISSED, type SeenBackdrop } from './seen-backdrop.ts';

/** The backdrop behind what is taken off. */
export interface Backdrop extends SeenBackdrop {
  /** Continued with its own texture; null where it is plain. */
  readonly textured: RgbImage | null;
}

/** Boundaries between what lies behind are softened: the backdrop is read this far beyond its own, pixels. */
const SOFT = 3;
/** This near to the person, in pixels, the backdrop's pixels have mixed with hers ... */
const MIXED = 2;
/** ... and so near they are compared with but not copied. */
const RIM = 4;
/** How far a smooth fill errs, in 8-bit steps, where it still is good enough ... and where texture takes its place. */
const ERRING = [2, 5] as const;
/** The same photo is always completed in the same way. */
const SEED = 1;

function findRoles(person: PersonAnalysis, hole: Mask): Uint8Array {
  const { parts, pose, frame } = person;
  const wearer = partMask(parts, (part) => part !== PART.background);
  const clothes = partMask(
    parts,
    (part) => part === PART['upper-clothes'] || part === PART['lower-clothes'],
  );
  const mixed = dilate(wearer, MIXED).data;
  const rim = dilate(wearer, RIM).data;
  const doubtful = dilate(clothes, MISSED * frame.shoulderWidth).data;
  return hole.data.map((isHole, pixel) => {
    if (isHole !== 0) return ROLE.hole;
    if (mixed[pixel] !== 0 || pose.personMask.data[pixel]! >= 0.5) return ROLE.unseen;
    return rim[pixel] !== 0 || doubtful[pixel] !== 0 ? ROLE.context : ROLE.source;
  });
}

/**
 * Continues the backdrop where clothes are taken off: smoothly before a plain wall, with the backdrop's own
 * texture before a busy one.
 *
 * @param kinds `BEHIND` by pixel.
 */
export function continueBackdrop(
  person: PersonAnalysis,
  seen: SeenBackdrop,
  kinds: Mask,
): Backdrop {
  const { width, height } = person.picture;
  const behind = partMask(kinds, (kind) => kind === BEHIND.background);
  if (seen.busyness === null || !behind.data.includes(255)) return { ...seen, textured: null };
  const roles = findRoles(person, dilate(behind, SOFT));
  const random = createSeededRandom(SEED);
  const textured = exemplarFill(person.picture, { width, height, data: roles }, random);
  return { ...seen, textured };
}

/**
 * Reads the backdrop at a pixel into `colour`: r, g, b from 0 to 255.
 *
 * @returns how much of it is real texture, 0 to 1.
 */
export function readBackdrop(
  { smooth, busyness, textured }: Backdrop,
  x: number,
  y: number,
  colour: Float32Array,
): number {
  readFill(smooth, x, y, colour);
  if (textured === null || busyness === null) return 0;
  const share = smoothStep(ERRING[0], ERRING[1], busynessAt(busyness, x, y));
  const at = (y * textured.width + x) * 3;
  for (let channel = 0; channel < 3; channel++) {
    colour[channel]! += (textured.data[at + channel]! - colour[channel]!) * share;
  }
  return share;
}
