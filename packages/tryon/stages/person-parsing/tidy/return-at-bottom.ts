import type { Size } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { plainBackdrop } from '../evidence/plain-backdrop.ts';
import { BACKGROUND, LOWER, SHOES } from '../regions/region-priors.ts';

/** The person mask loses legs that the picture cuts off within this part of its height. */
const STRIP = 0.12;
/** Below the knee they may end, and boots begin: way along the leg. */
const KNEE = 1.15;
/** Mass of a colour among the lower clothes' own from which on it is theirs. */
const OWN_COLOUR = 0.004;
/** It is so many times as frequent among them as in the backdrop. */
const ODDS = 10;
/** Gaps narrower than so many parse pixels within what is given back belong to it. */
const SPECK = 8;

/**
 * Gives back to lower clothes that the picture cuts off above the knees what of them was taken for the backdrop or for
 * shoes there: it goes on from them in their colours. Before a busy backdrop nothing is given back.
 *
 * @param labels region of each pixel; changed in place.
 * @param models of the regions' colours: probability of each histogram cell, in the order of `REGIONS`.
 */
export function returnAtBottom(
  labels: Uint8Array,
  evidence: Pick<Evidence, 'bins' | 'backdropDensity' | 'width' | 'height'>,
  { legAlong }: Pick<BodyCoordinates, 'legAlong'>,
  models: readonly Float32Array[],
): void {
  const { bins, width, height } = evidence;
  if (!Number.isFinite(plainBackdrop(evidence))) return;
  const [lower, backdrop] = [models[LOWER]!, models[BACKGROUND]!];
  const isTheirs = (bin: number) =>
    lower[bin]! >= OWN_COLOUR && lower[bin]! > ODDS * backdrop[bin]!;
  const top = Math.round(height * (1 - STRIP)) * width;
  const returned = new Set<number>();
  let front: number[] = [];
  // Where the legs are seen down to the floor, its shadows may have the colour of trousers.
  for (let i = top; i < labels.length; i++) {
    if (labels[i] === LOWER && legAlong[i]! <= KNEE) front.push(i);
  }
  while (front.length > 0) {
    const next: number[] = [];
    const visit = (i: number) => {
      if (i < top || i >= labels.length) return;
      const mayBe = labels[i] === BACKGROUND || (labels[i] === SHOES && legAlong[i]! <= KNEE);
      if (!mayBe || !isTheirs(bins.data[i]!)) return;
      labels[i] = LOWER;
      returned.add(i);
      next.push(i);
    };
    for (const i of front) {
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x + 1 < width) visit(i + 1);
      visit(i - width);
      visit(i + width);
    }
    front = next;
  }
  closeSpecks(labels, returned, { width, height });
}

/** Fills what lies within the pixels that were given back: stitches and seams of another colour. */
function closeSpecks(
  labels: Uint8Array,
  returned: ReadonlySet<number>,
  { width, height }: Size,
): void {
  for (const i of returned) {
    const x = i % width;
    const y = (i - x) / width;
    for (const [across, down] of [
      [1, 0],
      [0, 1],
    ] as const) {
      for (let step = 2; step <= SPECK; step++) {
        const [endX, endY] = [x + across * step, y + down * step];
        if (endX >= width || endY >= height) break;
        if (labels[endY * width + endX] !== LOWER) continue;
        for (let between = 1; between < step; between++) {
          const at = (y + down * between) * width + x + across * between;
          if (labels[at] === BACKGROUND) labels[at] = LOWER;
        }
        break;
      }
    }
  }
}
