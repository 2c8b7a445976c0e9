import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Plane } from '@proteus/raster/types.ts';

/** Half the width of the rim, pixels: beyond the edge's own softness. */
const REACH = 6;
/** Blurred opacities that belong to the rim. */
const RIM_FROM = 0.15;
const RIM_TO = 0.85;

/** ΔE*ab between the mean colours inside and outside a garment's outline; 0 where there is none. */
export function measureEdgeContrast(lab: LabImage, alpha: Plane): number {
  const near = boxBlur(alpha, REACH).data;
  const sums = [new Float64Array(4), new Float64Array(4)] as const;
  for (let i = 0; i < near.length; i++) {
    if (near[i]! < RIM_FROM || near[i]! > RIM_TO) continue;
    const side = sums[alpha.data[i]! > 0.5 ? 1 : 0];
    for (let channel = 0; channel < 3; channel++) side[channel]! += lab.data[i * 3 + channel]!;
    side[3]!++;
  }
  const [outside, inside] = sums;
  if (outside[3] === 0 || inside[3] === 0) return 0;
  const apart = (channel: number) =>
    inside[channel]! / inside[3]! - outside[channel]! / outside[3]!;
  return Math.hypot(apart(0), apart(1), apart(2));
}
