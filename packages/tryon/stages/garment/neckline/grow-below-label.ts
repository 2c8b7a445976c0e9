import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { type Neckline, necklineRow } from './neckline-shape.ts';

/** How far below the neckline the back may show, in parts of the opening's width. */
const DEEPEST = 0.9;
/** It is looked at in the middle part of the opening, so many rows below the line. */
const MIDDLE = [0.35, 0.65] as const;
const BELOW = [3, 8] as const;
/** It is one cloth in one light: its pixels lie this near its mean, ΔE ... */
const ALIKE = 5;
/** ... and nearly all of those looked at do. */
const MOST = 0.85;
/** What lies beside and below it is lighter by this, L*, within so many pixels. */
const LIGHTER = 6;
const AWAY = 12;
/** Area that it may have, in square widths of the opening. */
const AREA = [0.02, 0.6] as const;
/** Its lower half is no wider than this share of its upper half: collars lie over it like a V. */
const NARROWS = 0.85;
/** Share of its outline at each side, and below, that has to be such an edge. */
const ENCLOSED = 0.7;

interface Pocket {
  readonly pixels: readonly number[];
  /** Columns, first and last, by row from the first on. */
  readonly rows: readonly (readonly [first: number, last: number])[];
  readonly top: number;
}

/** What hangs together with the cloth right below the neckline's middle; null where that is not one cloth. */
function findPocket(lab: LabImage, mask: Mask, line: Neckline): Pocket | null {
  const { width } = mask;
  const across = line.right.x - line.left.x;
  const seeds: number[] = [];
  for (
    let x = Math.round(line.left.x + MIDDLE[0] * across);
    x <= line.left.x + MIDDLE[1] * across;
    x++
  ) {
    const row = Math.round(necklineRow(line, (x - line.left.x) / across));
    for (let y = row + BELOW[0]; y <= row + BELOW[1] && y < mask.height; y++) {
      if (mask.data[y * width + x]) seeds.push(y * width + x);
    }
  }
  if (seeds.length === 0) return null;
  const mean = [0, 1, 2].map(
    (channel) =>
      seeds.reduce((sum, pixel) => sum + lab.data[pixel * 3 + channel]!, 0) / seeds.length,
  );
  const isAlike = (pixel: number) =>
    Math.hypot(...mean.map((value, channel) => lab.data[pixel * 3 + channel]! - value)) < ALIKE;
  const queue = seeds.filter(isAlike);
  if (queue.length < MOST * seeds.length) return null;
  const lowest = Math.round(Math.max(line.left.y, line.right.y) + line.depth + DEEPEST * across);
  const seen = new Set(queue);
  for (let head = 0; head < queue.length; head++) {
    for (const step of [-1, 1, -width, width]) {
      const next = queue[head]! + step;
      if (seen.has(next)) continue;
      const x = next % width;
      const y = (next - x) / width;
      if (x <= line.left.x || x >= line.right.x || y >= lowest) continue;
      if (y < necklineRow(line, (x - line.left.x) / across)) continue;
      if (!mask.data[next] || !isAlike(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return { pixels: queue, ...rowsOf(queue, width) };
}

function rowsOf(pixels: readonly number[], width: number): Pick<Pocket, 'rows' | 'top'> {
  const byRow = new Map<number, [number, number]>();
  for (const pixel of pixels) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const row = byRow.get(y);
    if (row === undefined) byRow.set(y, [x, x]);
    else byRow.set(y, [Math.min(row[0], x), Math.max(row[1], x)]);
  }
  const top = Math.min(...byRow.keys());
  const rows: [number, number][] = [];
  // Below a row that a seam has to itself another pocket begins.
  for (let row = byRow.get(top); row !== undefined; row = byRow.get(top + rows.length)) {
    rows.push(row);
  }
  return { top, rows };
}

/** Tells where cloth is lighter than a pocket. */
function lighterThan(lab: LabImage, { pixels }: Pocket): (x: number, y: number) => boolean {
  const own = pixels.reduce((sum, pixel) => sum + lab.data[pixel * 3]!, 0) / pixels.length;
  return (x, y) => lab.data[(y * lab.width + x) * 3]! > own + LIGHTER;
}

/**
 * How far it is from a place in a direction to where cloth is lighter, in pixels; null = further than `AWAY`.
 * A collar has a shadow around it.
 */
function stepsToLighter(
  isLighter: (x: number, y: number) => boolean,
  [x, y]: readonly [number, number],
  [dx, dy]: readonly [number, number],
): number | null {
  for (let step = 1; step <= AWAY; step++) if (isLighter(x + dx * step, y + dy * step)) return step;
  return null;
}

function narrows(rows: Pocket['rows']): boolean {
  const half = Math.floor(rows.length / 2);
  const widthOf = (some: Pocket['rows']) =>
    some.reduce((sum, [first, last]) => sum + last - first + 1, 0) / Math.max(1, some.length);
  return widthOf(rows.slice(half)) < NARROWS * widthOf(rows.slice(0, half));
}

/**
 * Shirts with a yoke show a second cloth of the back below the one that the label is sewn to: a plain
 * darker pocket between the collar's halves. Adds it to the inner collar in place, where there is one.
 *
 * @param inner 0 to 1: the inside above the neckline.
 * @param line the neckline, which runs below the label.
 */
export function growBelowLabel(inner: Plane, lab: LabImage, mask: Mask, line: Neckline): void {
  const pocket = findPocket(lab, mask, line);
  if (pocket === null || !narrows(pocket.rows)) return;
  const area = pocket.pixels.length / (line.right.x - line.left.x) ** 2;
  if (area < AREA[0] || area > AREA[1]) return;
  const { top, rows } = pocket;
  const isLighter = lighterThan(lab, pocket);
  const lefts = rows.map(([x], i) => stepsToLighter(isLighter, [x, top + i], [-1, 0]));
  const rights = rows.map(([, x], i) => stepsToLighter(isLighter, [x, top + i], [1, 0]));
  const [from, to] = rows.at(-1)!;
  const lowest = top + rows.length - 1;
  const downs = Array.from({ length: to - from + 1 }, (_, i) =>
    stepsToLighter(isLighter, [from + i, lowest], [0, 1]),
  );
  const isEnclosed = [lefts, rights, downs].every(
    (side) => side.filter((steps) => steps !== null).length >= ENCLOSED * side.length,
  );
  if (!isEnclosed) return;
  const add = (x: number, y: number) => {
    const pixel = y * mask.width + x;
    if (mask.data[pixel]) inner.data[pixel] = 1;
  };
  for (const [i, [first, last]] of rows.entries()) {
    const end = last + (rights[i] ?? 1);
    for (let x = first - (lefts[i] ?? 1) + 1; x < end; x++) add(x, top + i);
  }
  for (const [i, steps] of downs.entries()) {
    for (let y = lowest + 1; y < lowest + (steps ?? 1); y++) add(from + i, y);
  }
  // Up to the neckline that was found, through the seam that was taken for it.
  const across = line.right.x - line.left.x;
  for (const [i, [first, last]] of rows.slice(0, AWAY).entries()) {
    for (let x = first; x <= last; x++) {
      const row = Math.floor(necklineRow(line, (x - line.left.x) / across));
      for (let y = Math.max(row, top + i - AWAY); y < top + i; y++) add(x, y);
    }
  }
}
