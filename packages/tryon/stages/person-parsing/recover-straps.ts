import type { BodyCoordinates } from './body-coordinates.ts';
import { SKIN, UPPER } from './region-priors.ts';

/** Where straps run: from a little above the shoulder joints down to the chest, beside the neck. */
const HIGHEST = -0.35;
const LOWEST = 0.45;
const OUTERMOST = 0.55;
/** How much better the garment must explain a pixel of a strap than skin does, in nats. */
const MARGIN = 0.7;

/**
 * Gives straps back to the garment. A cut shortens boundaries and so lets go of what is thin; from
 * the garment's upper edge this follows the pixels that the garment alone explains better.
 *
 * @param costs of each region, plane after plane.
 * @param labels region of each pixel; changed in place.
 */
export function recoverStraps(
  labels: Uint8Array,
  costs: Float32Array,
  body: BodyCoordinates,
): void {
  const { width } = body;
  const count = labels.length;
  const neighbours = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const open = (i: number) =>
    labels[i] === SKIN &&
    body.down[i]! > HIGHEST &&
    body.down[i]! < LOWEST &&
    Math.abs(body.across[i]!) < OUTERMOST &&
    costs[UPPER * count + i]! + MARGIN < costs[SKIN * count + i]!;
  const queue = new Int32Array(count);
  let tail = 0;
  for (let i = 0; i < count; i++) {
    if (labels[i] === UPPER && body.down[i]! < LOWEST) queue[tail++] = i;
  }
  for (let head = 0; head < tail; head++) {
    for (const offset of neighbours) {
      const next = queue[head]! + offset;
      if (next < 0 || next >= count || !open(next)) continue;
      labels[next] = UPPER;
      queue[tail++] = next;
    }
  }
}
