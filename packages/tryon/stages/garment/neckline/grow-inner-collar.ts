import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { type Neckline, necklineRow } from './neckline-shape.ts';

/** How far beyond the collar points an opening may widen, in parts of its width. */
const WIDER = 0.3;
/** ... and how far below the neckline that was found it may go on. */
const DEEPER = 0.15;
/** Front below the neckline from which its colour is taken, in parts of the opening's width. */
const FRONT_BAND = 0.25;
/** ΔE between inside and front from which they can be told apart, and how clearly a pixel must be. */
const LEAST_CONTRAST = 7;
const CLEARLY_INSIDE = 0.85;
/** The inside of a garment is one cloth: spread of its lightness and tints (ΔE). */
const LARGEST_SPREAD = 9;
/** More than this share of the opening, and what was found is no inside. */
const LARGEST_SHARE = 0.45;

type Colour = readonly [number, number, number];

/** This share of an inside, the furthest from its mean, is a label or a seam in it. */
const OTHER = 0.12;

/** Mean colour of most of some pixels and how far they spread around it; null for too few of them. */
function mostlyColourOf(lab: LabImage, pixels: readonly number[]): ReturnType<typeof colourOf> {
  const all = colourOf(lab, pixels);
  if (all === null) return null;
  const apart = Float32Array.from(pixels, (pixel) => distance(lab, pixel, all.mean));
  const limit = apart.toSorted()[Math.floor((1 - OTHER) * (pixels.length - 1))]!;
  return colourOf(
    lab,
    pixels.filter((_, i) => apart[i]! <= limit),
  );
}

/** Mean colour of some pixels and how far they spread around it; null for too few of them. */
function colourOf(
  lab: LabImage,
  pixels: readonly number[],
): { readonly mean: Colour; readonly spread: number } | null {
  if (pixels.length < 30) return null;
  const sum = [0, 0, 0];
  let squares = 0;
  for (const pixel of pixels) {
    for (let channel = 0; channel < 3; channel++) {
      const value = lab.data[pixel * 3 + channel]!;
      sum[channel]! += value;
      squares += value * value;
    }
  }
  const mean = sum.map((value) => value / pixels.length) as unknown as Colour;
  const variance = squares / pixels.length - (mean[0] ** 2 + mean[1] ** 2 + mean[2] ** 2);
  return { mean, spread: Math.sqrt(Math.max(0, variance)) };
}

function distance(lab: LabImage, pixel: number, colour: Colour): number {
  const at = pixel * 3;
  return Math.hypot(
    lab.data[at]! - colour[0],
    lab.data[at + 1]! - colour[1],
    lab.data[at + 2]! - colour[2],
  );
}

/**
 * Openings that widen below the collar points (square and sweetheart necklines) show more of the
 * back's inside than the neckline between these points encloses: what continues it, in its colour
 * and not in the front's, is inside, too. Changes the inner collar in place.
 *
 * @param inner 0 to 1: the inside between the collar points.
 */
export function growInnerCollar(inner: Plane, lab: LabImage, mask: Mask, line: Neckline): void {
  const { width, height, data } = inner;
  const across = line.right.x - line.left.x;
  const left = Math.max(1, Math.floor(line.left.x - WIDER * across));
  const right = Math.min(width - 2, Math.ceil(line.right.x + WIDER * across));
  const top = Math.max(1, Math.floor(Math.min(line.left.y, line.right.y)));
  const deepest = Math.max(line.left.y, line.right.y) + line.depth + DEEPER * across;
  const bottom = Math.min(height - 2, Math.ceil(deepest));
  const insides: number[] = [];
  const fronts: number[] = [];
  for (let x = Math.ceil(line.left.x); x <= line.right.x; x++) {
    const row = necklineRow(line, (x - line.left.x) / across);
    for (let y = top; y <= Math.min(height - 1, row + FRONT_BAND * across); y++) {
      const pixel = y * width + x;
      if (!mask.data[pixel]) continue;
      if (y < row - 2) insides.push(pixel);
      else if (y > row + 2) fronts.push(pixel);
    }
  }
  const inside = mostlyColourOf(lab, insides);
  const front = colourOf(lab, fronts);
  if (inside === null || front === null || inside.spread > LARGEST_SPREAD) return;
  const contrast = Math.hypot(...inside.mean.map((value, k) => value - front.mean[k]!));
  if (contrast < LEAST_CONTRAST) return;
  const isInside = (pixel: number) => {
    const own = distance(lab, pixel, inside.mean);
    return own < CLEARLY_INSIDE * distance(lab, pixel, front.mean);
  };
  const queue = insides.filter((pixel) => data[pixel]! > 0.5);
  const found: number[] = [];
  const seen = new Uint8Array(data.length);
  for (const pixel of queue) seen[pixel] = 1;
  for (let head = 0; head < queue.length; head++) {
    const pixel = queue[head]!;
    for (const step of [-1, 1, -width, width]) {
      const next = pixel + step;
      const x = next % width;
      const y = (next - x) / width;
      if (seen[next] || x < left || x > right || y < top || y > bottom) continue;
      seen[next] = 1;
      if (!mask.data[next] || !isInside(next)) continue;
      queue.push(next);
      if (data[next]! < 1) found.push(next);
    }
  }
  if (found.length > LARGEST_SHARE * insides.length) return;
  for (const pixel of found) data[pixel] = 1;
}
