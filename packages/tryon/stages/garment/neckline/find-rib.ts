import type { Neckline, NecklineCurve } from './neckline-shape.ts';

/** How high a neckband is, in parts of the garment's height, and the steps it is looked for in. */
const LOWEST = 0.01;
const HIGHEST = 0.03;
const STEP = 0.002;
/** The upper edge lies so much further in at its ends, in parts of the width, and is so much rounder. */
const INSETS = [0, 0.02, 0.04, 0.06, 0.08, 0.1] as const;
const ROUNDER = [1, 1.15] as const;
/** Depth over width below which a curve is the back collar's. */
const SHALLOWEST = 0.17;
/** The colours differ this much across the upper edge, in ΔE, and so many times what they do below it. */
const LEAST_STEP = 3;
const OUTSTANDING = 1.3;
/** Along a neckband the colour varies less than this, in ΔE: it is one cloth, with no label on it. */
const LARGEST_SPREAD = 7;

/** What the photo shows of a curve. */
export interface CurveMeasures {
  /** Mean colour step across it, ΔE. */
  readonly stepOf: (curve: NecklineCurve) => number;
  /** How far the colours along it spread around their mean, ΔE. */
  readonly spreadOf: (curve: NecklineCurve) => number;
}

/**
 * The upper edge of a neckband that has nearly the colour of the garment's inside: below it the front
 * begins, though the band's lower edge is far clearer.
 *
 * @param line the clearest edge.
 * @param garmentHeight in pixels.
 * @returns the line itself where no band shows above it.
 */
export function aboveRib(
  line: Neckline,
  { stepOf, spreadOf }: CurveMeasures,
  garmentHeight: number,
): Neckline {
  const across = line.right.x - line.left.x;
  let weakest = Number.POSITIVE_INFINITY;
  let best: Neckline | null = null;
  for (let height = LOWEST; height <= HIGHEST; height += STEP) {
    const depth = line.depth - height * garmentHeight;
    if (depth < SHALLOWEST * across) break;
    const upper = clearest(raised(line, depth), stepOf);
    if (upper.strength > Math.max(LEAST_STEP, OUTSTANDING * weakest, best?.strength ?? 0)) {
      best = upper;
    }
    weakest = Math.min(weakest, upper.strength);
  }
  if (best === null) return line;
  const { insetLeft, insetRight } = best.shape;
  const shape = {
    ...line.shape,
    insetLeft: (line.shape.insetLeft + insetLeft) / 2,
    insetRight: (line.shape.insetRight + insetRight) / 2,
  };
  const middle = { ...line, shape, depth: (line.depth + best.depth) / 2 };
  return spreadOf(middle) < LARGEST_SPREAD ? best : line;
}

/** Curves that may be the upper edge of a neckband at a depth. */
function* raised(line: NecklineCurve, depth: number): Generator<NecklineCurve> {
  const { shape } = line;
  for (const inset of INSETS) {
    for (const rounder of ROUNDER) {
      const insetLeft = shape.insetLeft + inset;
      const insetRight = shape.insetRight + inset;
      yield {
        ...line,
        depth,
        shape: { ...shape, insetLeft, insetRight, power: shape.power * rounder },
      };
    }
  }
}

function clearest(
  curves: Iterable<NecklineCurve>,
  stepOf: (curve: NecklineCurve) => number,
): Neckline {
  let best: Neckline | null = null;
  for (const curve of curves) {
    const strength = stepOf(curve);
    if (best === null || strength > best.strength) best = { ...curve, strength };
  }
  return best!;
}
