import { boxBlur } from '@proteus/raster/box-blur.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { squaredDepth } from './squared-depth.ts';

/** Half the width of the mouth of a bite, in parts of the height. */
const MOUTH = 0.014;
/** Largest extent of a bite, likewise: clefts (an armpit, a crotch, a vent) go on. */
const LARGEST = 0.028;
/** Depth from which a pixel is print, not edge, likewise. */
const INSIDE = 0.006;
/** Half the side of the square around a bite in which print and outline are looked at, likewise. */
const NEARBY = 0.02;
/** Share of pale print nearby from which a bite is part of it; seams and highlights are less. */
const LEAST_PRINT = 0.03;
/** Largest share of cloth around a bite in a straight edge; around a corner it is more. */
const STRAIGHT = 0.68;
/** Half of a bite differs at least this part as much from the backdrop as the print does ... */
const LIKE_PRINT = 0.4;
/** ... and by so much ΔE: through the gaps of frills and lace the backdrop itself is seen. */
const LEAST_DIFFERENCE = 4;

/**
 * Fills the bites that a print of nearly the backdrop's colour leaves in an outline, where dots and
 * flowers are cut by it. Cloth without such a print keeps its scallops and frills.
 *
 * @param mask the outline; changed in place.
 * @param clear pixels that clearly differ from the backdrop.
 * @param difference ΔE of every pixel from the backdrop.
 */
export function fillBites(mask: Mask, clear: Mask, difference: Float32Array): void {
  const { width, height, data } = mask;
  const gaps = closeMask(mask, Math.max(1, MOUTH * height)).data;
  for (let i = 0; i < gaps.length; i++) if (data[i]) gaps[i] = 0;
  const { labels, components } = connectedComponents({ width, height, data: gaps }, 4);
  const small = components.filter((gap) => Math.max(gap.width, gap.height) <= LARGEST * height);
  if (small.length === 0) return;
  const around = lookAround(mask, clear, difference);
  const fills = new Uint8Array(components.length + 1);
  for (const gap of small) {
    const { cloth, print, strength } = around(gap);
    if (cloth > STRAIGHT || print < LEAST_PRINT) continue;
    const bite = medianOf(gap, labels, width, difference);
    if (bite > Math.max(LEAST_DIFFERENCE, LIKE_PRINT * strength)) fills[gap.label] = 1;
  }
  for (let i = 0; i < data.length; i++) if (fills[labels[i]!]) data[i] = 255;
}

/** What is around a gap: the share of cloth, that of pale print in it, and the print's mean ΔE. */
function lookAround(
  { width, height, data }: Mask,
  clear: Mask,
  difference: Float32Array,
): (gap: Component) => { cloth: number; print: number; strength: number } {
  const depth = squaredDepth({ width, height, data });
  const plane = (): Plane => ({ width, height, data: new Float32Array(data.length) });
  const [whole, inner, pale, strengths] = [plane(), plane(), plane(), plane()];
  for (let i = 0; i < data.length; i++) {
    if (!data[i]) continue;
    whole.data[i] = 1;
    if (depth[i]! < (INSIDE * height) ** 2) continue;
    inner.data[i] = 1;
    if (clear.data[i]) continue;
    pale.data[i] = 1;
    strengths.data[i] = difference[i]!;
  }
  const reach = Math.round(NEARBY * height);
  const blurred = [whole, inner, pale, strengths].map((part) => boxBlur(part, reach).data);
  return ({ centreX, centreY }) => {
    const centre = Math.round(centreY) * width + Math.round(centreX);
    const [cloth, inside, print, strength] = blurred.map((part) => part[centre]!);
    return {
      cloth: cloth!,
      print: print! / (inside! + 1e-6),
      strength: strength! / (print! + 1e-6),
    };
  };
}

function medianOf(
  part: Component,
  labels: Int32Array,
  width: number,
  values: Float32Array,
): number {
  const own: number[] = [];
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let x = part.x; x < part.x + part.width; x++) {
      const i = y * width + x;
      if (labels[i] === part.label) own.push(values[i]!);
    }
  }
  return own.sort((a, b) => a - b)[own.length >> 1]!;
}
