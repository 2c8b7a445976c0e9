import type { Rectangle } from '@proteus/raster/crop.ts';
import type { LabImage, Mask, Point } from '@proteus/raster/types.ts';
import {
  type Neckline,
  type NecklineCurve,
  type NecklineShape,
  necklineRow,
} from './neckline-shape.ts';
import { fallProfile, neckRegion, stepAcross, withoutLabels } from './neckline-step.ts';
import { refineNeckline } from './refine-neckline.ts';

/** Deepest opening, in parts of its width: a shirt that is worn open at the throat. */
const DEEPEST = 2.2;
/** How far below the labels the neckline mostly runs, as a range in the same. */
const USUAL = 0.83;
/** From here on an edge around the labels is believed. */
const LEAST_STRENGTH = 0.45;
/** So many coarse curves are refined. */
const CANDIDATES = 6;
/** Open shirts: straight, and bulging below the collar's points. */
const SHAPES: readonly NecklineShape[] = [
  [1, 1],
  [1.3, 1],
  [1.5, 0.8],
  [2, 0.7],
  [2, 0.5],
  [2.5, 1],
].map(([power, root]) => ({ power: power!, root: root!, insetLeft: 0.02, insetRight: 0.02 }));

/** Whether a curve runs below all labels, as the front's neckline must: they hang in the back. */
export function enclosesLabels(curve: NecklineCurve, labels: readonly Rectangle[]): boolean {
  const { left, right } = curve;
  return labels.every(({ x, y, width, height }) =>
    [x, x + width].every((column) => {
      const share = (column - left.x) / (right.x - left.x);
      return necklineRow(curve, share) >= y + height;
    }),
  );
}

/** Where a neck opening lies, and in what. */
interface Opening {
  readonly lab: LabImage;
  readonly mask: Mask;
  /** The collar points. */
  readonly left: Point;
  readonly right: Point;
  /** How far on either side of an edge the colours are compared, in pixels. */
  readonly offset: number;
  /** In pixels. */
  readonly garmentHeight: number;
}

/**
 * The clearest edge around the labels, where the whole opening shows none that is clear enough: below
 * them there is an inside, however like the front it looks.
 *
 * @returns null where nothing runs around them.
 */
export function necklineAroundLabels(
  labels: readonly Rectangle[],
  { lab, mask, left, right, offset, garmentHeight }: Opening,
): Neckline | null {
  const across = right.x - left.x;
  const region = withoutLabels(neckRegion(lab, left, right, DEEPEST * across), labels);
  const bottom = Math.max(...labels.map(({ y, height }) => y + height));
  const first = bottom - Math.min(left.y, right.y);
  const strengthOf = (curve: NecklineCurve): number => {
    if (curve.depth > DEEPEST * across || !enclosesLabels(curve, labels)) return 0;
    const step = stepAcross(region, mask, curve, fallProfile(curve.shape), offset);
    return step * Math.exp((first - curve.depth) / across / USUAL);
  };
  const found: Neckline[] = [];
  for (const shape of SHAPES) {
    for (let depth = first; depth < DEEPEST * across; depth += 0.003 * garmentHeight) {
      const curve = { left, right, shape, depth };
      found.push({ ...curve, strength: strengthOf(curve) });
    }
  }
  const refined = found
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, CANDIDATES)
    .map((curve) => refineNeckline(curve, strengthOf, garmentHeight))
    .toSorted((a, b) => b.strength - a.strength);
  const best = refined[0];
  return best !== undefined && best.strength > LEAST_STRENGTH ? best : null;
}
