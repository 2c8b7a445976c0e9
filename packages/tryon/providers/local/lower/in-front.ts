import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { softEdge } from '@proteus/raster/soft-edge.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../../person-analysis.ts';
import { armAt, armDistance, PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { type WaistLine, waistBelow } from '../../../stages/warp/lower/waist-line.ts';
import { clamp, median, smoothStep } from '../../../stages/warp/scalar.ts';
import { isSkin, partMask } from '../part-mask.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { isBareLeg } from './leg-capsules.ts';

/** Arms are this thick at most, in shoulder widths: what lies further from their bones is midriff. */
const ARM_REACH = 0.17;
/** So far beyond what is more arm than anything else its edge goes on, pixels. */
const ARM_EDGE = 2;

/** A top that reaches this far below the waistband hangs over it, in torso lengths. */
const HANGING = 0.045;
/** Of a waistband at the very edge of a top no more than this is seen above it, in torso lengths. */
const MOST_SHOWN = 0.06;
/** Edge pixels of the top that have mixed with the old cloth are left to the new one. */
const EDGE = [0.5, 0.95] as const;
const SOFTNESS = 0.8;
/** Where it lies over the waistband its edge is evened over so much, pixels. */
const EVENED = 6;
/** Cloth that ends this much lower than the hem does in most columns is a sleeve's, in torso lengths. */
const SLEEVE = 0.08;
/** Its corner is so wide, in shoulder widths, and at its very edge lies its side. */
const CORNER = 0.08;
const SIDE = 0.015;
/** Where the wall is seen beside it the garment comes out by one pixel in so many rows. */
const COMES_OUT = 1;
/** Beside a top's hem the garment is seen up to this far above it, in torso lengths. */
const OVERLAP = 0.015;

/** Smaller pieces of a top's colour by themselves, in square shoulder widths, are the lower clothes' button or buckle. */
const BUTTON = 0.01;

/** A top that hangs over the waistband. */
interface HangingTop {
  /** 1 where its cloth is, soft by about a pixel. */
  readonly cloth: Plane;
  /** The lowest row of it in each column; -1 where it does not hang there. */
  readonly hem: Int32Array;
}

/**
 * Finds the top's cloth that hangs over the waistband, column by column from below. Where it begins to
 * hang, less and less of the waistband is seen above its edge: a top tucked in at the front only has no steps.
 */
function findHangingTop(person: PersonAnalysis, waist: WaistLine): HangingTop {
  const { frame, parts } = person;
  const { width, height, data } = parts;
  const top = partMask(parts, (part) => part === PART['upper-clothes']);
  const { labels, components } = connectedComponents(top, 4);
  const isButton = new Uint8Array(components.length + 1);
  for (const { label, area } of components) {
    if (area < BUTTON * frame.shoulderWidth ** 2) isButton[label] = 1;
  }
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (isButton[labels[pixel]!] === 1) top.data[pixel] = 0;
  }
  const front = createMask(width, height);
  const hem = new Int32Array(width).fill(-1);
  for (let x = 0; x < width; x++) {
    let over = false;
    let inTop = false;
    let lowest = Number.NEGATIVE_INFINITY;
    let isLowestOver: boolean | null = null;
    for (let y = height - 1; y >= 0; y--) {
      const pixel = y * width + x;
      if (top.data[pixel] === 0) {
        inTop = false;
      } else if (!inTop) {
        const line = waistBelow(waist, acrossFrame(frame, x, y));
        const below = (belowShoulders(frame, x, y) - line) / frame.torsoLength;
        over = below > HANGING;
        const shown = MOST_SHOWN * (1 - clamp(below / HANGING, 0, 1)) * frame.torsoLength;
        lowest = below > 0 ? y - shown : Number.NEGATIVE_INFINITY;
        isLowestOver ??= over;
        inTop = true;
      }
      if (y <= lowest) front.data[pixel] = 255;
      if (inTop && over && hem[x]! < 0) hem[x] = y;
    }
    // What hangs over has no edge to even but its own, which its share tells.
    if (isLowestOver === true) {
      for (let y = hem[x]!; y < height; y++) front.data[y * width + x] = 255;
    }
  }
  const cloth = softEdge(front, EVENED, SOFTNESS);
  const own = blurMask(top, SOFTNESS);
  for (let pixel = 0; pixel < data.length; pixel++) {
    cloth.data[pixel] = Math.min(cloth.data[pixel]!, own.data[pixel]!);
  }
  return { cloth, hem };
}

/**
 * Fills columns without a hem, and those in which a sleeve ends, from the nearest ones that have one, and beside the
 * top's corners from those within them.
 *
 * @returns the columns of the top, from the first up to the end; null when none has a hem.
 */
function continueHem(
  hem: Int32Array,
  frame: TorsoFrame,
): { readonly first: number; readonly end: number } | null {
  const rows = hem.filter((row) => row >= 0);
  if (rows.length === 0) return null;
  const lowest = median([...rows]) + SLEEVE * frame.torsoLength;
  for (let x = 0; x < hem.length; x++) if (hem[x]! > lowest) hem[x] = -1;
  const first = hem.findIndex((row) => row >= 0);
  const end = hem.findLastIndex((row) => row >= 0) + 1;
  const corner = Math.min(end - first, Math.round(CORNER * frame.shoulderWidth));
  const cornerHem = (from: number) =>
    median([...hem.subarray(from, from + corner)].filter((row) => row >= 0));
  // The outermost columns end where the top's side slants in, not at its hem.
  const side = Math.min(corner, Math.round(SIDE * frame.shoulderWidth));
  hem.fill(cornerHem(first), 0, first + side);
  hem.fill(cornerHem(end - corner), end - side);
  for (let x = first + 1; x < end; x++) if (hem[x]! < 0) hem[x] = hem[x - 1]!;
  return { first, end };
}

/** 255 on arms and hands, not on the skin of a bare midriff that the parse took for them. */
function findArms({ parts, pose, frame }: PersonAnalysis): Mask {
  const arms = PICTURE_SIDES.map((side) => armAt(pose, side));
  const reach = ARM_REACH * frame.shoulderWidth;
  const found = partMask(parts, (part) => isHand(part) || isBareArm(part));
  for (let pixel = 0; pixel < found.data.length; pixel++) {
    if (found.data[pixel] === 0 || isHand(parts.data[pixel]!)) continue;
    const x = pixel % parts.width;
    const y = (pixel - x) / parts.width;
    if (arms.every((arm) => armDistance(arm, x, y) >= reach)) found.data[pixel] = 0;
  }
  return found;
}

/** How far each pixel shows arms and hands: where their edge has mixed with what is behind it, by its share. */
function shareOfArms(person: PersonAnalysis): Float32Array {
  const { parts, regions } = person;
  const found = findArms(person);
  const edge = dilate(found, ARM_EDGE).data;
  return regions.skin.data.map((skin, pixel) => {
    if (found.data[pixel] !== 0) return skin;
    const part = parts.data[pixel]!;
    return edge[pixel] === 0 || isSkin(part) || isBareLeg(part) ? 0 : skin;
  });
}

/** What lies in front of trousers and skirts, each 0 to 1. */
export interface InFront {
  readonly all: Plane;
  /** Bare arms and hands alone. */
  readonly arms: Plane;
}

/**
 * What lies in front of trousers and skirts: a top that hangs over the waistband, sleeves, arms,
 * hands, hair and what is carried; where the top hides the whole waistband, everything above its hem.
 *
 * @param carried bags and the like, 0 to 1.
 */
export function inFrontOfLower(person: PersonAnalysis, waist: WaistLine, carried: Plane): InFront {
  const { cloth, hem } = findHangingTop(person, waist);
  const { width, height, data } = cloth;
  const { regions, frame } = person;
  const top = waist.seen ? null : continueHem(hem, frame);
  const overlap = OVERLAP * frame.torsoLength;
  const arms = shareOfArms(person);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const x = pixel % width;
    const cover = data[pixel]! * smoothStep(EDGE[0], EDGE[1], regions.upper.data[pixel]!);
    let above = 0;
    if (top !== null) {
      const y = (pixel - x) / width;
      const beside = Math.max(0, top.first - x, x - top.end + 1);
      const wall = regions.background.data[pixel]!;
      // Trousers come out from under the top's corner little by little.
      const out = wall * clamp(hem[x]! + beside * COMES_OUT - y + 0.5, 0, 1);
      above = y < hem[x]! - overlap ? 1 : beside > 0 ? out : 0;
    }
    data[pixel] = Math.max(
      cover,
      arms[pixel]!,
      regions.hair.data[pixel]!,
      above,
      carried.data[pixel]!,
    );
  }
  return { all: { width, height, data }, arms: { width, height, data: arms } };
}
