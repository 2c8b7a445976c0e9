import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import { clamp } from '../scalar.ts';

/** A cross-section of a limb. */
export interface LimbSection {
  readonly radius: number;
  /** Offset of its middle from the line between the joints, towards the normal. */
  readonly offset: number;
}

/** Where a limb's skin ends along a direction, what begins there, and whether it is background. */
export interface SkinEnd {
  readonly distance: number;
  readonly part: number;
  readonly isOutline: boolean;
}

/** Covered sections never get narrower than this share of what is wanted. */
const NARROWEST = 0.55;

/** Walks from a place inside a limb until its skin ends; null when it does not within `limit`. */
export function findSkinEnd(
  parts: Mask,
  place: Point,
  [dx, dy]: readonly [number, number],
  limit: number,
  isLimb: (part: number) => boolean,
): SkinEnd | null {
  for (let distance = 0; distance < limit; distance++) {
    const x = Math.round(place.x + dx * distance);
    const y = Math.round(place.y + dy * distance);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    const part = parts.data[y * parts.width + x]!;
    if (!isLimb(part)) return { distance, part, isOutline: part === PART.background };
  }
  return null;
}

/**
 * Moves a covered cross-section inside the old silhouette, narrowing it where it must.
 *
 * @param one distance to the outline towards the normal; null where none is near.
 * @param two the same the other way.
 * @param air how far inside the outline the limb ends, pixels.
 */
export function keepInside(
  section: LimbSection,
  one: number | null,
  two: number | null,
  air: number,
): LimbSection {
  const high = one === null ? Number.POSITIVE_INFINITY : one - air;
  const low = two === null ? Number.NEGATIVE_INFINITY : air - two;
  const radius = Math.min(section.radius, Math.max(section.radius * NARROWEST, (high - low) / 2));
  const most = high - radius;
  const least = low + radius;
  const offset = most < least ? (most + least) / 2 : clamp(section.offset, least, most);
  return { radius, offset };
}

/** Smooths over neighbours, which leaves straight tapers as they are. */
export function smoothStations(values: readonly number[]): number[] {
  const at = (i: number) => values[clamp(i, 0, values.length - 1)]!;
  return values.map(
    (value, i) => value * 0.375 + (at(i - 1) + at(i + 1)) * 0.25 + (at(i - 2) + at(i + 2)) * 0.0625,
  );
}

/** The nearest station, other than `from`, that was seen; null when none was. */
export function nearestSeen(seen: readonly unknown[], from: number): number | null {
  for (let gap = 1; gap < seen.length; gap++) {
    if (seen[from + gap]) return from + gap;
    if (seen[from - gap]) return from - gap;
  }
  return null;
}
