import type { Mask } from './types.ts';

/** One connected piece of a mask. */
export interface Component {
  /** Its value in `labels`, from 1 in scan order. */
  readonly label: number;
  /** Left column and top row of its bounding box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Number of pixels. */
  readonly area: number;
  /** Mean position of its pixels. */
  readonly centreX: number;
  readonly centreY: number;
}

/** The pieces of a mask and the piece that each pixel belongs to. */
export interface ConnectedComponents {
  /** Row-major; 0 = outside the mask. */
  readonly labels: Int32Array;
  /** The component with label n is at index n - 1. */
  readonly components: readonly Component[];
}

/** Horizontal runs of set pixels, joined into trees by overlap with the row above. */
interface Runs {
  readonly row: number[];
  readonly start: number[];
  readonly end: number[];
  readonly parent: number[];
}

/**
 * Labels the connected pieces of a mask's non-zero pixels.
 *
 * @param connectivity 8 joins pixels that touch at a corner, 4 does not.
 * @see He, Chao & Suzuki 2008, "A Run-Based Two-Scan Labeling Algorithm".
 */
export function connectedComponents(mask: Mask, connectivity: 4 | 8 = 8): ConnectedComponents {
  const runs = findRuns(mask, connectivity === 8 ? 1 : 0);
  const labels = new Int32Array(mask.width * mask.height);
  const labelOfRoot = new Int32Array(runs.row.length);
  const boxes: { x: number; y: number; right: number; bottom: number }[] = [];
  const sums: { area: number; x: number; y: number }[] = [];
  for (let run = 0; run < runs.row.length; run++) {
    const root = findRoot(runs.parent, run);
    const y = runs.row[run]!;
    const start = runs.start[run]!;
    const end = runs.end[run]!;
    if (labelOfRoot[root] === 0) {
      labelOfRoot[root] = boxes.push({ x: start, y, right: end, bottom: y });
      sums.push({ area: 0, x: 0, y: 0 });
    }
    const label = labelOfRoot[root]!;
    const box = boxes[label - 1]!;
    box.x = Math.min(box.x, start);
    box.right = Math.max(box.right, end);
    box.bottom = y;
    const sum = sums[label - 1]!;
    const length = end - start;
    sum.area += length;
    sum.x += (length * (start + end - 1)) / 2;
    sum.y += length * y;
    labels.fill(label, y * mask.width + start, y * mask.width + end);
  }
  const components = boxes.map((box, index): Component => {
    const sum = sums[index]!;
    return {
      label: index + 1,
      x: box.x,
      y: box.y,
      width: box.right - box.x,
      height: box.bottom - box.y + 1,
      area: sum.area,
      centreX: sum.x / sum.area,
      centreY: sum.y / sum.area,
    };
  });
  return { labels, components };
}

function findRuns(mask: Mask, margin: 0 | 1): Runs {
  const runs: Runs = { row: [], start: [], end: [], parent: [] };
  let above = 0;
  let aboveEnd = 0;
  for (let y = 0; y < mask.height; y++) {
    const row = y * mask.width;
    const first = runs.row.length;
    for (let x = 0; x < mask.width; x++) {
      if (mask.data[row + x] === 0) continue;
      const start = x;
      while (x < mask.width && mask.data[row + x] !== 0) x++;
      const run = runs.row.length;
      runs.row.push(y);
      runs.start.push(start);
      runs.end.push(x);
      runs.parent.push(run);
      while (above < aboveEnd && runs.end[above]! + margin <= start) above++;
      for (let up = above; up < aboveEnd && runs.start[up]! < x + margin; up++) {
        join(runs.parent, up, run);
      }
    }
    above = first;
    aboveEnd = runs.row.length;
  }
  return runs;
}

function findRoot(parent: number[], run: number): number {
  let root = run;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}

function join(parent: number[], a: number, b: number): void {
  const rootA = findRoot(parent, a);
  const rootB = findRoot(parent, b);
  if (rootA < rootB) parent[rootB] = rootA;
  else parent[rootA] = rootB;
}
