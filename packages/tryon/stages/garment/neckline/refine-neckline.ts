import type { Neckline, NecklineCurve } from './neckline-shape.ts';

/** How far a curve's ends may lie inside the collar points, in parts of the width. */
const LARGEST_INSET = 0.16;
/** Rounds of refinement, and how much smaller the steps become from one to the next. */
const ROUNDS = 8;
const FINER = 0.75;
/** First steps: of the insets, of the depth in parts of the garment's height, of the exponents. */
const INSET_STEP = 0.04;
const DEPTH_STEP = 0.006;
const EXPONENT_STEP = 1.2;

/**
 * Moves ends, depth and shape of a curve little by little for as long as it grows clearer.
 *
 * @param strengthOf how clearly the colours differ across a curve.
 */
export function refineNeckline(
  found: Neckline,
  strengthOf: (curve: NecklineCurve) => number,
  garmentHeight: number,
): Neckline {
  let best = found;
  for (let round = 0; round < ROUNDS; round++) {
    const step = FINER ** round;
    for (const curve of neighbours(best, step, garmentHeight)) {
      const strength = strengthOf(curve);
      if (strength > best.strength) best = { ...curve, strength };
    }
  }
  return best;
}

/** Curves that differ in one respect. */
function* neighbours(
  curve: NecklineCurve,
  step: number,
  garmentHeight: number,
): Generator<NecklineCurve> {
  const { depth, shape } = curve;
  const bounded = (inset: number) => Math.min(LARGEST_INSET, Math.max(0, inset));
  for (const sign of [-1, 1]) {
    const inset = sign * step * INSET_STEP;
    const factor = EXPONENT_STEP ** (sign * step);
    const insetLeft = bounded(shape.insetLeft + inset);
    const insetRight = bounded(shape.insetRight + inset);
    yield { ...curve, depth: depth + sign * step * DEPTH_STEP * garmentHeight };
    yield { ...curve, shape: { ...shape, insetLeft } };
    yield { ...curve, shape: { ...shape, insetRight } };
    yield { ...curve, shape: { ...shape, insetLeft, insetRight } };
    yield { ...curve, shape: { ...shape, power: Math.max(1, shape.power * factor) } };
    yield { ...curve, shape: { ...shape, root: Math.min(1, shape.root * factor) } };
  }
}
