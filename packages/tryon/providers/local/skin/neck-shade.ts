import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';

/*
 * Fitted to 38 people's bare necks, brightness against that of the lit skin there: with it, theirs
 * and the drawn correlate by 0.66, where a shade under the chin alone made 0.43.
 */

/** How dark it is under a chin, and from here to there below it that fades, in shoulder widths. */
const CHIN = 0.22;
const CHIN_FADES = [0.015, 0.2] as const;
/** From here to there beside the chin its shade ends, in shoulder widths. */
const CHIN_SIDES = [0.16, 0.28] as const;
/** A neck turns away to both sides: what one in full light from the side gains or loses here, in shoulder widths ... */
const HALF = 0.13;
const SIDE = 0.13;
/** ... and what it loses there under any light. */
const TURNED = 0.04;
/** The neck's sides are no further out than this, in `HALF`. */
const WIDEST = 1.6;
/** Beside the neck, from here to there in shoulder widths, the shoulders begin. */
const SHOULDER = [0.16, 0.28] as const;
/** Between these shares of the way from the chin to the pit of the throat the neck passes into the chest. */
const CHEST = [0.4, 0.85] as const;

/**
 * Brightness, around 1, of a neck at a pixel of the picture: in its chin's shade, and round.
 *
 * @param litSide which side the light comes from, -1 = the picture's left to 1 = its right.
 * @param depth how deep light and shade are on this skin, 1 on fair skin.
 */
export function createNeckShade(
  { chin, frame }: Pick<PersonAnalysis, 'chin' | 'frame'>,
  litSide: number,
  depth: number,
): (x: number, y: number) => number {
  const unit = frame.shoulderWidth;
  const pit = frame.shoulderMiddle;
  const length = Math.hypot(pit.x - chin.x, pit.y - chin.y) / unit || 1;
  const downX = (pit.x - chin.x) / (length * unit);
  const downY = (pit.y - chin.y) / (length * unit);
  return (x, y) => {
    const dx = (x - chin.x) / unit;
    const dy = (y - chin.y) / unit;
    // Beside the jaw the neck rises above the chin, and lies in the same shade.
    const below = Math.max(0, dx * downX + dy * downY);
    if (below > length && below > CHIN_FADES[1]) return 1;
    const across = dx * downY - dy * downX;
    const away = Math.abs(across);
    const unfaded = 1 - smoothStep(CHIN_FADES[0], CHIN_FADES[1], below);
    const chinShade =
      1 - CHIN * depth * unfaded * (1 - smoothStep(CHIN_SIDES[0], CHIN_SIDES[1], away));
    const facing = clamp(across / HALF, -WIDEST, WIDEST);
    const onNeck =
      (1 - smoothStep(CHEST[0], CHEST[1], below / length)) *
      (1 - smoothStep(SHOULDER[0], SHOULDER[1], away));
    const round = SIDE * litSide * facing - TURNED * facing * facing;
    return chinShade * (1 + depth * onNeck * round);
  };
}
