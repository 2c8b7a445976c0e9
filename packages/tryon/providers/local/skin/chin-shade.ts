import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';

/** How dark it is under a chin, and from here to there below it that fades, in shoulder widths. */
const DEPTH = 0.2;
const FADES = [0.02, 0.17] as const;
/** From here to there beside the chin the shade ends, in shoulder widths. */
const SIDES = [0.2, 0.32] as const;

/**
 * Brightness, around 1, of a neck in its chin's shade (the median of 26 necks), at a pixel of the
 * picture.
 */
export function createChinShade({
  chin,
  faceUp,
  frame,
}: Pick<PersonAnalysis, 'chin' | 'faceUp' | 'frame'>): (x: number, y: number) => number {
  const unit = frame.shoulderWidth;
  return (x, y) => {
    const dx = (x - chin.x) / unit;
    const dy = (y - chin.y) / unit;
    // Beside the jaw the neck rises above the chin, and lies in the same shade.
    const below = Math.max(0, -(dx * faceUp.x + dy * faceUp.y));
    if (below > FADES[1]) return 1;
    const beside = Math.abs(dx * faceUp.y - dy * faceUp.x);
    const faded = smoothStep(FADES[0], FADES[1], below);
    return 1 - DEPTH * (1 - faded) * (1 - smoothStep(SIDES[0], SIDES[1], beside));
  };
}
