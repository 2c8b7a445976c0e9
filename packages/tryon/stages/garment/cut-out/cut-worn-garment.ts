import type { Category, GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { fillHoles } from '@proteus/raster/fill-holes.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import { largestComponent } from '@proteus/raster/largest-component.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { Mask, Plane, RgbaImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { dropBumps } from '../matte/drop-bumps.ts';

/** A garment taken off the person who wears it in its photo. */
export interface WornGarment {
  /** At the photo's working size. */
  readonly cutOut: RgbaImage;
  readonly category: GarmentCategory;
  /** Share of the garment that hands, arms or hair hid and that was filled in, 0 to 1. */
  readonly hidden: number;
}

/** Gaps that an arm or hair leaves are closed up to twice this, in shoulder widths. */
const BRIDGE = 0.16;
/** Half the width of slivers that the parse left at the garment's edge, likewise. */
const SLIVER = 0.025;
/** Side of the square, in halves of that width, that slivers fill less of than the finest straps. */
const SLIVER_SIDE = 3.2;
/** Of what is worn above and below, the upper garment is meant unless it is smaller than this. */
const LEAST_UPPER = 0.2;
/** A garment that reaches this far below the shoulders, in torso lengths, is a dress. */
const DRESS_LENGTH = 1.55;

/** What may hide cloth that goes on beneath it. */
const COVERING: ReadonlySet<number> = new Set([
  PART.hair,
  PART['left-forearm'],
  PART['right-forearm'],
  PART['left-hand'],
  PART['right-hand'],
]);

/**
 * Cuts the clothes that a person wears out of the photo, by the person's parse. Where hands, arms
 * or hair lie over them the cloth's colours go on.
 *
 * @param category which garment is meant; `auto` takes the upper one, or a dress by its length.
 * @returns null when that garment is not to be seen.
 */
export function cutWornGarment(person: PersonAnalysis, category: Category): WornGarment | null {
  const { picture, parts, regions, frame } = person;
  const { width, height } = picture;
  const decided = category === 'auto' ? decideCategory(person) : category;
  const opacity = opacityOf(decided, regions.upper, regions.lower);
  const seen = thresholdPlane(opacity, 0.5);
  if (!seen.data.includes(255)) return null;
  const uncovered = uncover(seen, parts, BRIDGE * frame.shoulderWidth);
  const whole = largestComponent(dropBumps(uncovered, SLIVER * frame.shoulderWidth, SLIVER_SIDE));
  const isFilled = (i: number) => whole.data[i] !== 0 && seen.data[i] === 0;
  const colour = pushPullFill(picture, seen);
  const near = dilate(whole, 1);
  const data = new Uint8Array(width * height * 4);
  let area = 0;
  let filled = 0;
  for (let i = 0; i < near.data.length; i++) {
    if (whole.data[i]) area++;
    if (isFilled(i)) filled++;
    const source = isFilled(i) ? colour : picture;
    for (let k = 0; k < 3; k++) data[4 * i + k] = source.data[3 * i + k]!;
    data[4 * i + 3] = isFilled(i) ? 255 : near.data[i] ? Math.round(255 * opacity.data[i]!) : 0;
  }
  return { cutOut: { width, height, data }, category: decided, hidden: filled / area };
}

/** The cloth that is seen, and what of it lies beneath hands, arms, hair and things worn on it. */
function uncover(seen: Mask, parts: Mask, reach: number): Mask {
  const bridged = closeMask(seen, Math.max(1, reach));
  const enclosed = fillHoles(seen);
  const whole = createMask(seen.width, seen.height);
  for (let i = 0; i < whole.data.length; i++) {
    const part = parts.data[i]!;
    const covered = bridged.data[i] !== 0 && COVERING.has(part);
    // Between arm and torso the backdrop shows; what else is enclosed lies on the cloth.
    const onCloth = enclosed.data[i] !== 0 && part !== PART.background;
    if (seen.data[i] || covered || onCloth) whole.data[i] = 255;
  }
  return whole;
}

function opacityOf(category: GarmentCategory, upper: Plane, lower: Plane): Plane {
  if (category === 'upper') return upper;
  if (category === 'lower') return lower;
  const data = jointShare(upper.data, lower.data);
  return { width: upper.width, height: upper.height, data };
}

function decideCategory({ regions, frame, pose }: PersonAnalysis): GarmentCategory {
  const upper = thresholdPlane(regions.upper, 0.5);
  const lower = thresholdPlane(regions.lower, 0.5);
  const [above, below] = [count(upper), count(lower)];
  if (above < LEAST_UPPER * below) return 'lower';
  const knees = [LANDMARK['left-knee'], LANDMARK['right-knee']].map((i) => pose.landmarks[i]!);
  const end = frame.shoulderMiddle.y + DRESS_LENGTH * frame.torsoLength;
  const kneesSeen = knees.every(({ y, presence }) => presence > 0.5 && y < upper.height);
  return kneesSeen && lowestRow(upper) > end && below < 0.1 * above ? 'dress' : 'upper';
}

function count(mask: Mask): number {
  let area = 0;
  for (const value of mask.data) if (value) area++;
  return area;
}

function lowestRow(mask: Mask): number {
  return Math.floor(mask.data.lastIndexOf(255) / mask.width);
}
