import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { type LegJoints, legAt, legDistance } from '../../../stages/warp/lower/leg-joints.ts';
import { partMask } from '../part-mask.ts';
import { isHand } from '../skin/skin-known.ts';
import { isBareLeg } from './leg-capsules.ts';

/** What is carried hangs this near below a hand, in shoulder widths. */
const HAND_REACH = 0.35;
/** Smaller pieces, in square shoulder widths, are scraps of the garment. */
const LEAST_AREA = 0.03;
/** A hem slants by no more than this from leg to leg, in shoulder widths. */
const SLANT = 0.4;
/** So much bare leg in a row counts as a leg, this near to its bones, in shoulder widths: scraps beside a hand are none. */
const LEG = 0.08;
const LEG_REACH = 0.25;
const SOFTNESS = 0.8;

/** Columns between which bare legs, and the cloth before them, lie in a row. */
interface LegSpan {
  readonly first: number;
  readonly last: number;
}

/** Columns of the outermost bare legs in a row; null where no leg is bare. */
function bareLegs(
  { parts, frame }: PersonAnalysis,
  legs: readonly LegJoints[],
  y: number,
): LegSpan | null {
  const { width, data } = parts;
  const reach = LEG_REACH * frame.shoulderWidth;
  let count = 0;
  let first = width;
  let last = -1;
  for (let x = 0; x < width; x++) {
    if (!isBareLeg(data[y * width + x]!)) continue;
    if (legs.every((leg) => legDistance(leg, x, y) > reach)) continue;
    count++;
    if (first === width) first = x;
    last = x;
  }
  return count < LEG * frame.shoulderWidth ? null : { first, last };
}

/**
 * The span of the legs by row, null where none is bare: under a slanting hem more of them comes to
 * light further down.
 */
function legSpans(person: PersonAnalysis): readonly (LegSpan | null)[] {
  const slant = Math.round(SLANT * person.frame.shoulderWidth);
  const { parts, pose } = person;
  const legs = PICTURE_SIDES.map((side) => legAt(pose, side));
  const bare = Array.from({ length: parts.height }, (_, y) => bareLegs(person, legs, y));
  return bare.map((own, y) => {
    if (own === null) return null;
    let { first, last } = own;
    for (let below = y + 1; below <= Math.min(parts.height - 1, y + slant); below++) {
      first = Math.min(first, bare[below]?.first ?? first);
      last = Math.max(last, bare[below]?.last ?? last);
    }
    return { first, last };
  });
}

/**
 * Bags and the like that the parse took for lower clothes, 0 to 1, soft by about a pixel: pieces
 * outside of bare legs, which no skirt or trousers can be, that hang below a hand.
 *
 * @param hanging what is known already to hang from a hand; null = nothing.
 */
export function findCarried(person: PersonAnalysis, hanging: Mask | null): Plane {
  const { parts, frame } = person;
  const { width, height, data } = parts;
  const beside = new Uint8Array(width * height);
  const spans = legSpans(person);
  for (let y = 0; y < height; y++) {
    const span = spans[y]!;
    if (span === null) continue;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const isOutside = x < span.first || x > span.last;
      if (data[pixel] === PART['lower-clothes'] && isOutside) beside[pixel] = 255;
    }
  }
  const { labels, components } = connectedComponents({ width, height, data: beside });
  const hands = dilate(partMask(parts, isHand), HAND_REACH * frame.shoulderWidth).data;
  const held = new Uint8Array(components.length + 1);
  for (let pixel = 0; pixel < labels.length; pixel++) {
    if (labels[pixel] !== 0 && hands[pixel] !== 0) held[labels[pixel]!] = 1;
  }
  const least = LEAST_AREA * frame.shoulderWidth ** 2;
  const carried = createMask(width, height);
  for (let pixel = 0; pixel < carried.data.length; pixel++) {
    const label = labels[pixel]!;
    const isHeld = held[label] === 1 && components[label - 1]!.area >= least;
    if (isHeld || (hanging !== null && hanging.data[pixel] !== 0)) carried.data[pixel] = 255;
  }
  return blurMask(carried, SOFTNESS);
}

/** The person with what is carried told apart from the lower clothes, for whoever judges the result. */
export function withoutCarried(person: PersonAnalysis, carried: Plane): PersonAnalysis {
  const { width, height } = person.parts;
  const data = person.parts.data.map((part, pixel) =>
    carried.data[pixel]! > 0.5 && part === PART['lower-clothes'] ? PART.background : part,
  );
  return { ...person, parts: { width, height, data } };
}
