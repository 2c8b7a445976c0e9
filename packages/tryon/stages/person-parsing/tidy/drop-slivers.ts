import { openMask } from '@proteus/raster/open.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { plainBackdrop } from '../evidence/plain-backdrop.ts';
import { regionMask } from '../regions/region-mask.ts';
import { BACKGROUND, UPPER } from '../regions/region-priors.ts';

/** Half the width, in body units, of what is too narrow for cloth seen against the backdrop. */
const THICKEST = 0.03;

/**
 * Gives narrow slivers along the top's outline that look just like the backdrop to the backdrop:
 * beside the neck and on the arms the coarse person mask reaches over, and white cloth does not
 * tell itself from a white wall by colour, but it is never that narrow.
 *
 * @param labels region of each pixel; changed in place.
 * @param unit body unit in parse pixels.
 */
export function dropSlivers(
  labels: Uint8Array,
  evidence: Pick<Evidence, 'width' | 'height' | 'backdropDensity'>,
  unit: number,
): void {
  const { width, backdropDensity } = evidence;
  const alike = plainBackdrop(evidence);
  if (alike === Number.POSITIVE_INFINITY) return;
  const broad = openMask(
    regionMask(labels, evidence, UPPER),
    Math.max(2, Math.round(THICKEST * unit)),
  );
  const isSliver = (i: number) =>
    labels[i] === UPPER && broad.data[i] === 0 && backdropDensity[i]! > alike;
  const front: number[] = [];
  const visit = (i: number) => {
    if (!isSliver(i)) return;
    labels[i] = BACKGROUND;
    front.push(i);
  };
  const touchesBackdrop = (i: number, x: number) =>
    (x > 0 && labels[i - 1] === BACKGROUND) ||
    (x + 1 < width && labels[i + 1] === BACKGROUND) ||
    (i >= width && labels[i - width] === BACKGROUND) ||
    (i + width < labels.length && labels[i + width] === BACKGROUND);
  // From the backdrop inwards, so that a sliver's every pixel is reached from its outer side.
  for (let i = 0; i < labels.length; i++) {
    if (isSliver(i) && touchesBackdrop(i, i % width)) visit(i);
  }
  for (let at = 0; at < front.length; at++) {
    const i = front[at]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x + 1 < width) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i + width < labels.length) visit(i + width);
  }
}
