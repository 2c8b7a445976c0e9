import type { ExemplarLevel } from './exemplar-level.ts';
import type { PatchField } from './patch-field.ts';
import { ROLE } from './role.ts';

/** A patch that fits as well as most weighs (1 / (1 + this))² of one that fits exactly. */
const CHOOSINESS = 4;

/**
 * Draws the hole anew: each pixel becomes the mean of what the patches over it propose; those that fit well,
 * and those near to what is known, weigh more.
 *
 * @param reach how far from its centre a patch proposes, in pixels: `PATCH_REACH` at most.
 * @see Wexler, Shechtman & Irani 2007, "Space-Time Completion of Video", section 3.2.
 */
export function voteForPixels(level: ExemplarLevel, field: PatchField, reach: number): void {
  const { data, width, roles } = level;
  const { targets, best } = field;
  const shares = sharesOf(field);
  for (let i = 0; i < targets.length; i++) {
    const pixel = targets[i]!;
    if (roles[pixel] !== ROLE.hole) continue;
    let red = 0;
    let green = 0;
    let blue = 0;
    let total = 0;
    for (let dy = -reach; dy <= reach; dy++) {
      const first = pixel + dy * width - reach;
      for (let target = first; target <= first + 2 * reach; target++) {
        const share = shares[target]!;
        if (share === 0) continue;
        const from = (best[target]! + pixel - target) * 3;
        red += share * data[from]!;
        green += share * data[from + 1]!;
        blue += share * data[from + 2]!;
        total += share;
      }
    }
    if (total === 0) continue;
    data[pixel * 3] = Math.round(red / total);
    data[pixel * 3 + 1] = Math.round(green / total);
    data[pixel * 3 + 2] = Math.round(blue / total);
  }
}

/** How much each target's proposals weigh, by pixel; 0 where there is none. */
function sharesOf({ targets, costs, weights }: PatchField): Float32Array {
  const shares = new Float32Array(weights.length);
  let usual = 1;
  for (let i = 0; i < targets.length; i++) usual += costs[targets[i]!]! / targets.length;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    const fit = usual / (usual + CHOOSINESS * costs[target]!);
    shares[target] = fit * fit * weights[target]!;
  }
  return shares;
}
