import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { squaredDepth } from './squared-depth.ts';

/** Side of a cell in pixels: a few holes of a lace across. */
export const LACE_CELL = 16;
/** Threads that differ less from the backdrop (ΔE) cannot be told from what shows between them. */
const LEAST_CONTRAST = 40;
/** Changes between thread and hole, per pixel, in a cell of lace. */
const LEAST_CHANGES = 0.12;
/** ΔE from the backdrop that the clearest hole of such a cell reaches. */
const CLEAREST_HOLE = 25;
/** ΔE at which a hole is the backdrop itself, and the share of cells that must have such a hole. */
const OPEN = 3;
const LEAST_OPEN_CELLS = 0.45;
/** Mean length in pixels of a run of hole; rhinestones are smaller, letters and stripes larger. */
const SHORTEST_RUN = 2.7;
const LONGEST_RUN = 7;
/** Share of half-tones, at least; sharp prints have fewer. */
const LEAST_HALF_TONES = 0.3;
/** ΔE by which colours may leave the line from the backdrop to the thread; prints have more hues. */
const LARGEST_HUE = 2;
/** Smallest piece of lace in parts of the garment. */
const SMALLEST = 0.012;
/** Lace reaches the outline with at least so many of its pixels; prints lie inside. */
const LEAST_EDGE = 100;
/** Where there is lace, a frill of it may be this small, in cells, and crumpled. */
const LEAST_FRILL = 2;
const FRILL_EDGE = 20;
/** Squared depth in pixels² at which a pixel shows none of the outline's own blur. */
const INSIDE = 9;

/** What is counted in every cell. */
interface CellCounts {
  readonly columns: number;
  readonly rows: number;
  readonly pixels: Float64Array;
  readonly holes: Float64Array;
  readonly halfTones: Float64Array;
  readonly changes: Float64Array;
  readonly edges: Float64Array;
  /** ΔE of the clearest hole. */
  readonly clearest: Float64Array;
}

/**
 * Finds lace and openwork: broad patches up to the outline in which threads of one colour alternate
 * finely with the backdrop's very colour. Each condition keeps out something that is printed or
 * sewn on solid cloth (letters, dots, rhinestones, photos); what is doubtful stays solid.
 *
 * @param mask the garment in the model's window.
 * @param strongest the largest ΔE around every pixel: that of the threads.
 * @returns a mask of cells, `LACE_CELL` pixels wide, or null when nothing is lace.
 */
export function findLaceCells(
  mask: Mask,
  model: BackgroundModel,
  strongest: Float32Array,
): Mask | null {
  const counts = countCells(mask, model.difference.data, strongest);
  const { columns, rows, pixels, changes, clearest } = counts;
  const fine = new Uint8Array(columns * rows);
  const least = (LACE_CELL * LACE_CELL) / 5;
  for (let c = 0; c < fine.length; c++) {
    if (pixels[c]! < least || clearest[c]! > CLEAREST_HOLE) continue;
    if (changes[c]! > LEAST_CHANGES * pixels[c]!) fine[c] = 255;
  }
  const { labels, components } = connectedComponents({ width: columns, height: rows, data: fine });
  let area = 0;
  for (const value of mask.data) if (value) area++;
  const ofOneHue = (part: Component) =>
    offLine(part, labels, columns, mask, model, strongest) < LARGEST_HUE;
  const isLace = new Uint8Array(components.length + 1);
  for (const part of components) {
    if (part.area * LACE_CELL ** 2 < SMALLEST * area) continue;
    if (isOpenwork(summarise(part, labels, counts), part) && ofOneHue(part))
      isLace[part.label] = 255;
  }
  if (!isLace.includes(255)) return null;
  for (const part of components) {
    if (isFrill(summarise(part, labels, counts), part) && ofOneHue(part)) isLace[part.label] = 255;
  }
  for (let c = 0; c < fine.length; c++) fine[c] = isLace[labels[c]!]!;
  return { width: columns, height: rows, data: fine };
}

function countCells(mask: Mask, difference: Float32Array, strongest: Float32Array): CellCounts {
  const { width, height, data } = mask;
  const columns = Math.ceil(width / LACE_CELL);
  const rows = Math.ceil(height / LACE_CELL);
  const plane = () => new Float64Array(columns * rows);
  const [pixels, holes, halfTones, changes, edges] = [plane(), plane(), plane(), plane(), plane()];
  const clearest = plane().fill(Number.POSITIVE_INFINITY);
  const depth = squaredDepth(mask);
  for (let y = 1; y < height; y++) {
    const row = Math.floor(y / LACE_CELL) * columns;
    for (let x = 1; x < width; x++) {
      const i = y * width + x;
      if (!data[i]) continue;
      const cell = row + Math.floor(x / LACE_CELL);
      if (depth[i]! < 2 * INSIDE) edges[cell]!++;
      if (depth[i]! < INSIDE) continue;
      const strength = strongest[i]!;
      if (strength < LEAST_CONTRAST) continue;
      const value = difference[i]!;
      const hole = value < 0.5 * strength;
      pixels[cell]!++;
      if (hole) holes[cell]!++;
      if (value > 0.2 * strength && value < 0.8 * strength) halfTones[cell]!++;
      if (value < clearest[cell]!) clearest[cell] = value;
      if (hole !== difference[i - 1]! < 0.5 * strongest[i - 1]!) changes[cell]!++;
      if (hole !== difference[i - width]! < 0.5 * strongest[i - width]!) changes[cell]!++;
    }
  }
  return { columns, rows, pixels, holes, halfTones, changes, edges, clearest };
}

/** A part's counts; `run` is the mean length of a run of hole in pixels. */
interface PartCounts {
  readonly pixels: number;
  readonly halfTones: number;
  readonly edges: number;
  readonly openCells: number;
  readonly run: number;
}

function summarise(part: Component, labels: Int32Array, counts: CellCounts): PartCounts {
  let [pixels, holes, halfTones, changes, edges, openCells] = [0, 0, 0, 0, 0, 0];
  for (let c = 0; c < labels.length; c++) {
    if (labels[c] !== part.label) continue;
    pixels += counts.pixels[c]!;
    holes += counts.holes[c]!;
    halfTones += counts.halfTones[c]!;
    changes += counts.changes[c]!;
    edges += counts.edges[c]!;
    if (counts.clearest[c]! < OPEN) openCells++;
  }
  // Every run of hole along a row and along a column begins and ends with a change.
  return { pixels, halfTones, edges, openCells, run: (4 * holes) / (changes + 1) };
}

function isOpenwork(counts: PartCounts, part: Component): boolean {
  return (
    counts.run > SHORTEST_RUN &&
    counts.run < LONGEST_RUN &&
    counts.openCells > LEAST_OPEN_CELLS * part.area &&
    counts.halfTones > LEAST_HALF_TONES * counts.pixels &&
    counts.edges > LEAST_EDGE
  );
}

function isFrill(counts: PartCounts, part: Component): boolean {
  return (
    part.area >= LEAST_FRILL &&
    counts.run < LONGEST_RUN &&
    counts.openCells > 0 &&
    counts.edges > FRILL_EDGE
  );
}

/** Mean ΔE of a part's pixels from the line between the backdrop and the part's thread colour. */
function offLine(
  part: Component,
  labels: Int32Array,
  columns: number,
  mask: Mask,
  model: BackgroundModel,
  strongest: Float32Array,
): number {
  const { photo, lab, difference } = model;
  const thread = [0, 0, 0];
  const visit = (each: (pixel: number) => void) => {
    const right = Math.min(mask.width, (part.x + part.width) * LACE_CELL);
    const bottom = Math.min(mask.height, (part.y + part.height) * LACE_CELL);
    for (let y = part.y * LACE_CELL; y < bottom; y++) {
      const row = Math.floor(y / LACE_CELL) * columns;
      for (let x = part.x * LACE_CELL; x < right; x++) {
        const i = y * mask.width + x;
        if (mask.data[i] && labels[row + Math.floor(x / LACE_CELL)] === part.label) each(i);
      }
    }
  };
  visit((i) => {
    if (difference.data[i]! < 0.75 * strongest[i]!) return;
    for (let k = 0; k < 3; k++) thread[k]! += photo.data[3 * i + k]! - lab.data[3 * i + k]!;
  });
  const length = Math.hypot(thread[0]!, thread[1]!, thread[2]!) + 1e-6;
  const [tl, ta, tb] = [thread[0]! / length, thread[1]! / length, thread[2]! / length];
  let sum = 0;
  let count = 0;
  visit((i) => {
    const dl = photo.data[3 * i]! - lab.data[3 * i]!;
    const da = photo.data[3 * i + 1]! - lab.data[3 * i + 1]!;
    const db = photo.data[3 * i + 2]! - lab.data[3 * i + 2]!;
    const along = dl * tl + da * ta + db * tb;
    sum += Math.sqrt(Math.max(0, dl * dl + da * da + db * db - along * along));
    count++;
  });
  return sum / (count + 1e-6);
}
