import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { acrossFrame } from '../warp/body/frame-coordinates.ts';
import { addTo, createMean } from './colour-mean.ts';

/** Of what is worn above and below, the upper garment is meant unless it is smaller than this. */
const LEAST_UPPER = 0.2;
/** A garment that reaches this far below the shoulders, in torso lengths, is a dress. */
const DRESS_LENGTH = 1.55;
/** With less than this of the upper clothes' area below them, there are no lower ones. */
const NO_LOWER = 0.1;
/** A seam at the waist is looked at between these distances from it, in shoulder widths, ... */
const BESIDE_SEAM = { from: 0.04, to: 0.25 } as const;
/** ... and within this of the body's middle. */
const SEAM_REACH = 0.3;
/** Colours (ΔE*ab of their means) and unevenness above and below the waist of one garment. */
const SAME_COLOUR = 6;
/** A skirt is whole down to its hem: this share of the way between its sides is cloth. */
const WHOLE = 0.93;
/** It is looked at this far above its end, in shoulder widths, and ends so far above the ankles. */
const ABOVE_HEM = 0.08;
const ABOVE_ANKLES = 0.15;

/** What somebody wears that is meant as the garment, and how sure that is, 0 to 1. */
export interface WornCategory {
  readonly category: GarmentCategory;
  readonly confidence: number;
}

/**
 * Tells which garment is meant of what a person wears: the upper one, a dress by its length or
 * because a skirt below it goes on in its colour, or the lower one where the upper hardly shows.
 */
export function decideWornCategory(person: PersonAnalysis): WornCategory {
  const { parts, frame, pose } = person;
  const above = areaOf(parts, PART['upper-clothes']);
  const below = areaOf(parts, PART['lower-clothes']);
  if (above < LEAST_UPPER * below) return { category: 'lower', confidence: 1 };
  const kneesSeen = (['left-knee', 'right-knee'] as const).every((name) => {
    const { y, presence } = pose.landmarks[LANDMARK[name]]!;
    return presence > 0.5 && y < parts.height;
  });
  if (!kneesSeen) return { category: 'upper', confidence: 1 };
  if (below < NO_LOWER * above) {
    const end = frame.shoulderMiddle.y + DRESS_LENGTH * frame.torsoLength;
    const isLong = lowestRow(parts, PART['upper-clothes']) > end;
    return { category: isLong ? 'dress' : 'upper', confidence: 1 };
  }
  if (!isSkirt(person)) return { category: 'upper', confidence: 1 };
  const difference = differenceAtWaist(person);
  return {
    category: difference < SAME_COLOUR ? 'dress' : 'upper',
    confidence: Math.min(1, 0.5 + Math.abs(difference - SAME_COLOUR) / (2 * SAME_COLOUR)),
  };
}

/** Whether the lower clothes hang round both legs as one and end above the ankles. */
function isSkirt({ parts, frame, pose }: PersonAnalysis): boolean {
  const { width, data } = parts;
  const end = lowestRow(parts, PART['lower-clothes']);
  const ankles = (['left-ankle', 'right-ankle'] as const).map(
    (name) => pose.landmarks[LANDMARK[name]]!.y,
  );
  if (end > Math.min(...ankles) - ABOVE_ANKLES * frame.shoulderWidth) return false;
  const row = Math.round(end - ABOVE_HEM * frame.shoulderWidth);
  const cloth = data.subarray(row * width, (row + 1) * width);
  const first = cloth.indexOf(PART['lower-clothes']);
  const last = cloth.lastIndexOf(PART['lower-clothes']);
  let area = 0;
  for (const part of cloth) if (part === PART['lower-clothes']) area++;
  return first >= 0 && area > WHOLE * (last - first + 1);
}

/** ΔE*ab between the means above and below where upper and lower clothes meet; no seam: infinity. */
function differenceAtWaist({ picture, parts, frame }: PersonAnalysis): number {
  const lab = rgbToLab(picture).data;
  const { width, height, data } = parts;
  const near = Math.round(BESIDE_SEAM.from * frame.shoulderWidth);
  const far = Math.round(BESIDE_SEAM.to * frame.shoulderWidth);
  const above = createMean();
  const below = createMean();
  for (let x = 0; x < width; x++) {
    for (let y = far; y < height - far; y++) {
      const i = y * width + x;
      if (data[i] !== PART['lower-clothes']) continue;
      if (data[i - width] !== PART['upper-clothes']) continue;
      if (Math.abs(acrossFrame(frame, x, y)) > SEAM_REACH) continue;
      for (let step = near; step <= far; step++) {
        const [up, down] = [i - step * width, i + step * width];
        if (data[up] === PART['upper-clothes']) addTo(above, lab, up);
        if (data[down] === PART['lower-clothes']) addTo(below, lab, down);
      }
    }
  }
  if (above.count === 0 || below.count === 0) return Number.POSITIVE_INFINITY;
  const means = [above, below].map(({ sums, count }) => sums.map((sum) => sum / count));
  const deviations = [above, below].map(({ squares, count }, at) =>
    Math.sqrt(Math.max(0, squares / count - means[at]![0]! ** 2)),
  );
  return Math.hypot(
    ...means[0]!.map((value, k) => value - means[1]![k]!),
    deviations[0]! - deviations[1]!,
  );
}

function areaOf({ data }: Mask, part: number): number {
  let area = 0;
  for (const label of data) if (label === part) area++;
  return area;
}

function lowestRow({ width, data }: Mask, part: number): number {
  return Math.floor(data.lastIndexOf(part) / width);
}
