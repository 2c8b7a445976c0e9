import { clamp, median } from '../scalar.ts';
import type { LineAcross } from './frame-coordinates.ts';

/** A place on something that runs across a body or a limb: pixels right of the middle and below the shoulder joints, or the limb's own units. */
export interface PlaceAcross {
  readonly across: number;
  readonly below: number;
}

/**
 * The line that most of some places lie on, whatever the others do.
 *
 * @param places two or more, each in another column.
 * @param steepest the most that the line may slant either way.
 * @returns the line, and how far off it half of the places lie at most.
 * @see Sen 1968, "Estimates of the Regression Coefficient Based on Kendall's Tau".
 */
export function lineThrough(
  places: readonly PlaceAcross[],
  steepest: number,
): { readonly line: LineAcross; readonly scatter: number } {
  const slopes = places.flatMap((one, i) =>
    places.slice(i + 1).map((two) => (two.below - one.below) / (two.across - one.across)),
  );
  const slope = clamp(median(slopes), -steepest, steepest);
  const offsets = places.map(({ across, below }) => below - slope * across);
  const below = median(offsets);
  const scatter = median(offsets.map((offset) => Math.abs(offset - below)));
  return { line: { below, slope }, scatter };
}
