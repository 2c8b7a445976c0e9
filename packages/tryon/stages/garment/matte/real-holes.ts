import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';

/** Holes smaller than this share of the garment are taken for print or noise. */
const SMALLEST = 0.0006;
/** Holes that are not beside the axis (the loop of a strap, a keyhole) are at least this large. */
const SMALLEST_CENTRAL = 0.01;
/** ΔE by which the rim of a hole stands out from the backdrop, and the share of it that must. */
const RIM_CONTRAST = 4;
const CLEAR_RIM = 0.75;
/** Largest difference of a hole's mean lightness from the backdrop's, and of its chroma. */
const LARGEST_SHIFT = 0.9;
/** Part of a rim's strength that compression smears into a narrow hole as chroma. */
const SMEAR = 0.14;
/** Width in pixels up to which chroma is smeared over a whole hole; beyond it fades out. */
const SMEAR_WIDTH = 12;
/** A gap between arm and torso reaches below this part of the height; higher up are prints. */
const LEAST_LOWEST = 0.35;
/** Unless they are this many times taller than wide, as the loop of a strap. */
const LOOP_SLENDERNESS = 2.5;
/** Wider bands than this many times their height are stripes; straps make rounder loops. */
const WIDEST_BAND = 3;
/** Share of the height of a hole beside the axis that another one beside it makes a stripe of. */
const SIDE_BY_SIDE = 0.5;

/**
 * Opens the places where the backdrop shows through a filled outline: between arm and torso, under
 * straps. On average a hole has the backdrop's very colour; it is framed by a clear rim (else it is
 * white cloth on white), and does not lie in the middle of the chest, where prints are. Bands
 * across and holes in parallel are stripes of the backdrop's colour.
 *
 * @param mask the filled outline; changed in place.
 * @param clear pixels that clearly differ from the backdrop.
 */
export function openRealHoles(mask: Mask, clear: Mask, model: BackgroundModel): void {
  const { width, height } = mask;
  const matching = new Uint8Array(width * height);
  for (let i = 0; i < matching.length; i++) {
    if (mask.data[i] && !clear.data[i]) matching[i] = 255;
  }
  const [garment] = connectedComponents(mask).components;
  if (garment === undefined) return;
  const { labels, components } = connectedComponents({ width, height, data: matching });
  const rims = measureRims(labels, components.length + 1, model);
  const shifts = sumShifts(labels, components.length + 1, model);
  const holes = components.filter((part) => {
    if (part.area < SMALLEST * garment.area) return false;
    const across = acrossOf(part, garment);
    const down = (part.centreY - garment.y) / garment.height;
    const lowest = (part.y + part.height - garment.y) / garment.height;
    const slender = lowest > LEAST_LOWEST ? 1.2 : LOOP_SLENDERNESS;
    const lateral = Math.abs(across) > 0.14 && part.height > slender * part.width;
    const underStraps =
      down < 0.3 &&
      part.area > SMALLEST_CENTRAL * garment.area &&
      part.width < WIDEST_BAND * part.height;
    if (!lateral && !underStraps) return false;
    const { share, strength, length } = rims(part.label);
    const lightness = Math.abs(shifts[3 * part.label]!) / part.area;
    const chroma = Math.hypot(shifts[3 * part.label + 1]!, shifts[3 * part.label + 2]!) / part.area;
    // A long shape has twice its area over its perimeter for width.
    const smeared = Math.min(1, SMEAR_WIDTH / ((2 * part.area) / length));
    const allowed = Math.max(LARGEST_SHIFT, SMEAR * strength * smeared);
    return share > CLEAR_RIM && lightness < LARGEST_SHIFT && chroma < allowed;
  });
  const isHole = new Uint8Array(components.length + 1);
  for (const hole of holes) {
    if (!holes.some((other) => isBeside(hole, other, garment))) isHole[hole.label] = 1;
  }
  for (let i = 0; i < matching.length; i++) if (isHole[labels[i]!]) mask.data[i] = 0;
}

/** Position of a part across the garment: -0.5 at its left edge, 0.5 at its right edge. */
function acrossOf(part: Component, garment: Component): number {
  return (part.centreX - garment.x - garment.width / 2) / garment.width;
}

/** Whether both run side by side on the same side of the garment, as stripes do. */
function isBeside(hole: Component, other: Component, garment: Component): boolean {
  if (other === hole || acrossOf(other, garment) * acrossOf(hole, garment) < 0) return false;
  const top = Math.max(hole.y, other.y);
  const bottom = Math.min(hole.y + hole.height, other.y + other.height);
  return bottom - top > SIDE_BY_SIDE * hole.height;
}

/** Each component's summed difference from the backdrop in L*, a* and b*. */
function sumShifts(labels: Int32Array, count: number, model: BackgroundModel): Float64Array {
  const sums = new Float64Array(3 * count);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      sums[3 * label + channel]! +=
        model.photo.data[3 * i + channel]! - model.lab.data[3 * i + channel]!;
    }
  }
  return sums;
}

/** Measures the surroundings of each component, a few pixels beyond it. */
function measureRims(
  labels: Int32Array,
  count: number,
  model: BackgroundModel,
): (label: number) => {
  readonly share: number;
  readonly strength: number;
  readonly length: number;
} {
  const { width, height, data } = model.difference;
  const reach = Math.max(2, Math.round(0.005 * height));
  const clear = new Float64Array(count);
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  const steps = [-1, 1, -width, width];
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const i = y * width + x;
      const label = labels[i]!;
      if (label === 0) continue;
      for (const step of steps) {
        const beyond = i + reach * step;
        if (labels[i + step] === label || labels[beyond] === label) continue;
        if (data[beyond]! > RIM_CONTRAST) clear[label]! += 1;
        sums[label]! += data[beyond]!;
        counts[label]! += 1;
      }
    }
  }
  return (label) => {
    const total = counts[label]! || 1;
    return { share: clear[label]! / total, strength: sums[label]! / total, length: total };
  };
}
