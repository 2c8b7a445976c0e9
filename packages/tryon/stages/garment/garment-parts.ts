import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { SideLandmarks } from './outline/side-landmarks.ts';

/** How far the side of the torso may stray from its smoothed edge, in parts of the height. */
const ROUGHNESS = 0.004;
/** A sleeve begins above or this part of the height below the armpit; fringes may lie lower. */
const BEGINNING = 0.05;

/**
 * Labels torso and sleeves. A sleeve is what lies outward of the armhole line between shoulder tip
 * and armpit, and below the armpit outward of the torso's side.
 *
 * @param mask the garment.
 * @param middle x of the axis.
 * @param seams where sleeves are sewn on, outward from the axis by row from the tip down; null = at the straight line.
 */
export function labelParts(
  mask: Mask,
  middle: number,
  left: SideLandmarks,
  right: SideLandmarks,
  seams: readonly [Float64Array | null, Float64Array | null] = [null, null],
): Mask {
  const { width, height } = mask;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = mask.data[i] ? GARMENT_PART.torso : 0;
  for (const [i, side] of [left, right].entries()) {
    if (side.sleeved) labelSleeve(data, mask, middle, side, seams[i]!);
  }
  return { width, height, data };
}

function labelSleeve(
  data: Uint8Array,
  mask: Mask,
  middle: number,
  side: SideLandmarks,
  seam: Float64Array | null,
): void {
  const { width, height } = mask;
  const beyond = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const limit = armholeAt(side, middle, y, seam);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (mask.data[i] && side.sign * (x - middle) > limit) beyond[i] = 255;
    }
  }
  const { labels, components } = connectedComponents({ width, height, data: beyond });
  const belongs = new Uint8Array(components.length + 1);
  const lowest = side.armpit.y + BEGINNING * height;
  for (const part of components) if (part.y < lowest) belongs[part.label] = 1;
  const label = side.sign < 0 ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  for (let i = 0; i < data.length; i++) if (belongs[labels[i]!]) data[i] = label;
}

/** Distance outward from the axis beyond which a row is sleeve. */
function armholeAt(
  side: SideLandmarks,
  middle: number,
  y: number,
  seam: Float64Array | null,
): number {
  const { tip, armpit, edge } = side;
  const tipOut = side.sign * (tip.x - middle);
  const armpitOut = side.sign * (armpit.x - middle);
  if (y <= tip.y) return tipOut;
  const sewn = seam?.[y - Math.ceil(tip.y)];
  if (sewn !== undefined) return sewn;
  if (y < armpit.y) return tipOut + ((armpitOut - tipOut) * (y - tip.y)) / (armpit.y - tip.y);
  return edge.out[Math.min(y, edge.to)]! + ROUGHNESS * edge.out.length;
}
