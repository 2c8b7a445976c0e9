import { ProteusError } from '@proteus/contracts/errors.ts';
import type { BackgroundModel } from './backdrop/background-model.ts';
import type { Outline } from './outline/outline.ts';

/** A garment covers at least and at most this share of its photo. */
const LEAST_AREA = 0.03;
const MOST_AREA = 0.93;
/** A border that the backdrop explains less than this is clutter. */
const LEAST_PLAINNESS = 0.6;
/** Garments laid flat cover more than 0.9 of their mirror image; people and clutter mostly less. */
const LEAST_SYMMETRY = 0.8;
/** Somebody said where a cut-out garment is; worn ones follow the pose. */
const LEAST_CUT_OUT_SYMMETRY = 0.6;

/**
 * Refuses what is no garment on a backdrop.
 *
 * @param unity share of the foreground that is one piece.
 * @throws {ProteusError} `GARMENT_NOT_FOUND`.
 */
export function requireGarment(
  outline: Outline | null,
  background: BackgroundModel | null,
  unity: number,
): Outline {
  if (outline === null) throw notFound('The picture is empty; no garment was found.');
  const share = outline.area / (outline.mask.width * outline.mask.height);
  if (share < LEAST_AREA) throw notFound('No garment was found; it must fill more of the photo.');
  if (share > MOST_AREA || (background !== null && background.plainness < LEAST_PLAINNESS)) {
    throw notFound('The garment cannot be told from its background; use a plain background.');
  }
  if (unity < 0.5) throw notFound('The photo shows several things; use a photo of one garment.');
  const least = background === null ? LEAST_CUT_OUT_SYMMETRY : LEAST_SYMMETRY;
  if (outline.symmetry < least) {
    throw notFound('No garment was found; lay it flat with both sides visible.');
  }
  return outline;
}

function notFound(message: string): ProteusError {
  return new ProteusError('GARMENT_NOT_FOUND', { message, stage: 'garment' });
}
