import type { Mask, Plane } from '@proteus/raster/types.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';

/** An arm's first part lies over the armhole, whose cloth is seen beside it. */
const ARMHOLE = 0.08;
/** Below the elbow the cloth comes out from behind it, by so much a row. */
const SLOPE = 0.3;
/** Cloth goes on under the arm to this many radii from its middle; its edge is hidden there. */
const UNDER_ARM = 0.7;

/** How far out cloth is seen in each row: to the upper arm's outer edge, and below it ever further; NaN above. */
function outerEdges(limbs: LimbCapsules, side: 0 | 1): Float32Array {
  const { width, height, distance, along } = limbs;
  const edges = new Float32Array(height).fill(Number.NaN);
  const elbow = limbs.elbows[side];
  for (let y = 0; y < height; y++) {
    for (let step = 0; step < width; step++) {
      const x = side === 0 ? step : width - 1 - step;
      const pixel = y * width + x;
      if (limbs.side[pixel] !== side || distance[pixel]! >= UNDER_ARM) continue;
      if (along[pixel]! > ARMHOLE && along[pixel]! < elbow) edges[y] = x;
      break;
    }
    const above = edges[y - 1];
    if (Number.isNaN(edges[y]!) && above !== undefined) {
      edges[y] = above + (side === 0 ? -SLOPE : SLOPE);
    }
  }
  return edges;
}

/**
 * Takes off the torso's cloth that would show on the far side of a bare upper arm which lies before the
 * trunk: where the old sleeve's outline was taken for the body's, the torso comes out too wide. Changes
 * the torso's alpha in place.
 *
 * @param before whether the arm at the picture's left and right is bare and lies before the trunk.
 */
export function trimBeyondArms(
  torso: Plane,
  limbs: LimbCapsules,
  trunk: Mask,
  before: readonly [boolean, boolean],
): void {
  const { width, height, data } = torso;
  for (const side of [0, 1] as const) {
    if (!before[side]) continue;
    const edges = outerEdges(limbs, side);
    for (let y = 0; y < height; y++) {
      const edge = edges[y]!;
      if (Number.isNaN(edge)) continue;
      const [from, to] = side === 0 ? [0, Math.floor(edge)] : [Math.ceil(edge), width - 1];
      for (let x = from; x <= to; x++) {
        const pixel = y * width + x;
        if (trunk.data[pixel] === 0) data[pixel]! *= clamp(1 - Math.abs(x - edge), 0, 1);
      }
    }
  }
}
