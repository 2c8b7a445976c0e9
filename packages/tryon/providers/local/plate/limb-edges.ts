import type { Mask } from '@proteus/raster/types.ts';
import type { Capsules } from '../body/capsules.ts';
import { BEHIND } from './behind-cloth.ts';
import { EDGE_SOFTNESS } from './soft-kind.ts';

/** Shares between these are on an edge. */
const ON_EDGE = [0.02, 0.98] as const;
/** An edge of whole pixels lies this near its outline; another one ends the limb for another reason. */
const STEP = 0.9;
/** Nothing but the limb and the backdrop is this near, pixels. */
const NEAR = 3;
/** Makes the logistic curve that of an edge blurred by `EDGE_SOFTNESS`. */
const STEEPNESS = 1.702 / EDGE_SOFTNESS;

/**
 * Gives drawn limbs before the backdrop the edge of their own outline, between the pixels. An edge of
 * whole pixels, however softened, goes down a slender arm in steps.
 *
 * @param share how much of each pixel is skin, softened by `EDGE_SOFTNESS`; changed in place.
 * @param beside the same for the backdrop; changed in place.
 * @param kinds `BEHIND` by pixel.
 * @param limb the kind of the limbs.
 */
export function refineLimbEdges(
  share: Float32Array,
  beside: Float32Array,
  kinds: Mask,
  limb: number,
  { distance }: Pick<Capsules, 'distance'>,
): void {
  const { width, height, data } = kinds;
  const isOther = (pixel: number) => data[pixel] !== limb && data[pixel] !== BEHIND.background;
  for (let y = NEAR; y < height - NEAR; y++) {
    for (let x = NEAR; x < width - NEAR; x++) {
      const pixel = y * width + x;
      if (share[pixel]! < ON_EDGE[0] || share[pixel]! > ON_EDGE[1] || isOther(pixel)) continue;
      if (isOther(pixel - NEAR) || isOther(pixel + NEAR)) continue;
      if (isOther(pixel - NEAR * width) || isOther(pixel + NEAR * width)) continue;
      const across = (distance[pixel + 1]! - distance[pixel - 1]!) / 2;
      const down = (distance[pixel + width]! - distance[pixel - width]!) / 2;
      const inside = (1 - distance[pixel]!) / Math.hypot(across, down);
      const whole = Math.log(share[pixel]! / (1 - share[pixel]!)) / STEEPNESS;
      if (!(Math.abs(inside - whole) < STEP)) continue;
      const own = 1 / (1 + Math.exp(-STEEPNESS * inside));
      share[pixel] = own;
      beside[pixel] = 1 - own;
    }
  }
}
