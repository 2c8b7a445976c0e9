import type { Category, GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { jointShare } from '@proteus/raster/joint-share.ts';
import { largestComponent } from '@proteus/raster/largest-component.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { Plane, RgbaImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { dropBumps } from '../garment/matte/drop-bumps.ts';
import { continueCloth } from './continue-cloth.ts';
import { dropMistaken } from './drop-mistaken.ts';
import { findLocks } from './locks-of-hair.ts';
import { uncoverCloth } from './uncover-cloth.ts';
import { decideWornCategory } from './worn-category.ts';

/** A garment taken off the person who wears it in its photo. */
export interface WornGarment {
  /** At the photo's working size. */
  readonly cutOut: RgbaImage;
  readonly category: GarmentCategory;
  /** 0 to 1: how clear the category is; 1 where it was given. */
  readonly categoryConfidence: number;
  /** Share of the garment that hands, arms or hair hid and that was filled in, 0 to 1. */
  readonly hidden: number;
}

/** Half the width of slivers that the parse left at the garment's edge, in shoulder widths. */
const SLIVER = 0.025;
/** Side of the square, in halves of that width, that slivers fill less of than the finest straps. */
const SLIVER_SIDE = 3.2;
/** Only this near to its outline, in pixels, a garment lets its photo's backdrop through. */
const RIM = 2;

/**
 * Cuts the clothes that a person wears out of the photo, by the person's parse. Where hands, arms
 * or hair lie over them the cloth's colours go on.
 *
 * @param category which garment is meant; `auto` decides by what is seen.
 * @param checkpoint called between steps; may throw to stop the work.
 * @returns null when that garment is not to be seen.
 */
export function cutWornGarment(
  person: PersonAnalysis,
  category: Category,
  checkpoint: () => void,
): WornGarment | null {
  const { picture, regions, frame } = person;
  const { width, height } = picture;
  const { category: decided, confidence } =
    category === 'auto' ? decideWornCategory(person) : { category, confidence: 1 };
  const opacity = opacityOf(decided, regions.upper, regions.lower);
  const seen = thresholdPlane(opacity, 0.5);
  if (!seen.data.includes(255)) return null;
  dropMistaken(seen, person);
  checkpoint();
  const hair = findLocks(person);
  const uncovered = uncoverCloth(seen, person, hair, decided);
  const whole = largestComponent(dropBumps(uncovered, SLIVER * frame.shoulderWidth, SLIVER_SIDE));
  checkpoint();
  const colour = continueCloth(person, whole, seen, hair);
  checkpoint();
  const near = dilate(whole, 1);
  const inside = erode(whole, RIM);
  const data = new Uint8Array(width * height * 4);
  let area = 0;
  let filled = 0;
  for (let i = 0; i < near.data.length; i++) {
    const isFilled = whole.data[i] !== 0 && seen.data[i] === 0;
    if (whole.data[i]) area++;
    if (isFilled) filled++;
    for (let k = 0; k < 3; k++) data[4 * i + k] = colour.data[3 * i + k]!;
    const own = opacity.data[i]!;
    // Beyond the outline lies its soft edge, or what was dropped.
    const isEdge = whole.data[i] !== 0 || (near.data[i] !== 0 && own < 0.5);
    const isSolid = isFilled || inside.data[i] !== 0;
    data[4 * i + 3] = isSolid ? 255 : isEdge ? Math.round(255 * own) : 0;
  }
  return {
    cutOut: { width, height, data },
    category: decided,
    categoryConfidence: confidence,
    hidden: filled / area,
  };
}

function opacityOf(category: GarmentCategory, upper: Plane, lower: Plane): Plane {
  if (category === 'upper') return upper;
  if (category === 'lower') return lower;
  const data = jointShare(upper.data, lower.data);
  return { width: upper.width, height: upper.height, data };
}
