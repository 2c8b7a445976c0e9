import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { type BackgroundModel, exactLevel } from './background-model.ts';

/** Holes smaller than this share of the garment are taken for print or noise. */
const SMALLEST = 0.0006;
/** Share of a hole that is exactly the backdrop's colour; in cloth of that colour it is less. */
const EXACT_SHARE = 0.5;
/** A hole's outline must stand out from the backdrop at least this many thresholds. */
const RIM_CONTRAST = 2.5;
const CLEAR_RIM = 0.75;

/**
 * Opens the places where the backdrop shows through a filled outline: between arm and torso, under
 * straps. A hole must look like the backdrop itself, be framed by a clear rim (else it is white
 * cloth on white), and not lie in the middle of the chest, where backdrop-coloured prints are.
 *
 * @param mask the filled outline; changed in place.
 */
export function openRealHoles(mask: Mask, model: BackgroundModel, threshold: number): void {
  const { width, height } = mask;
  const matching = new Uint8Array(width * height);
  let area = 0;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let i = 0; i < matching.length; i++) {
    if (!mask.data[i]) continue;
    area++;
    const x = i % width;
    const y = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    if (model.difference.data[i]! <= threshold) matching[i] = 255;
  }
  const { labels, components } = connectedComponents({ width, height, data: matching });
  const rims = clearRims(labels, components.length + 1, model, RIM_CONTRAST * threshold);
  const exact = countExact(labels, components.length + 1, model);
  const isHole = new Uint8Array(components.length + 1);
  const middle = (left + right) / 2;
  for (const part of components) {
    if (part.area < SMALLEST * area) continue;
    const across = Math.abs(part.centreX - middle) / (right - left + 1);
    const down = (part.centreY - top) / (bottom - top + 1);
    const lateral = across > 0.14 && part.height > 1.2 * part.width;
    const underStraps = down < 0.3 && part.area > 0.01 * area;
    const clear = rims[part.label]! > CLEAR_RIM && exact[part.label]! > EXACT_SHARE * part.area;
    if (clear && (lateral || underStraps)) isHole[part.label] = 1;
  }
  for (let i = 0; i < matching.length; i++) if (isHole[labels[i]!]) mask.data[i] = 0;
}

/** Pixels of each component that are the backdrop's colour up to its noise. */
function countExact(labels: Int32Array, count: number, model: BackgroundModel): Float64Array {
  const counts = new Float64Array(count);
  const level = exactLevel(model);
  for (let i = 0; i < labels.length; i++) {
    if (model.difference.data[i]! < level) counts[labels[i]!] = counts[labels[i]!]! + 1;
  }
  return counts;
}

/** Share of each component's surroundings, a few pixels beyond it, that differ by `contrast`. */
function clearRims(
  labels: Int32Array,
  count: number,
  model: BackgroundModel,
  contrast: number,
): Float64Array {
  const { width, height, data } = model.difference;
  const reach = Math.max(2, Math.round(0.005 * height));
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const i = y * width + x;
      const label = labels[i]!;
      if (label === 0) continue;
      for (const step of [-1, 1, -width, width]) {
        const beyond = i + reach * step;
        if (labels[i + step] === label || labels[beyond] === label) continue;
        if (data[beyond]! > contrast) sums[label] = sums[label]! + 1;
        counts[label] = counts[label]! + 1;
      }
    }
  }
  for (let label = 0; label < count; label++) sums[label] = sums[label]! / (counts[label]! || 1);
  return sums;
}
