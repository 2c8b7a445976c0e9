import { gridMinCut } from '@proteus/raster/min-cut.ts';
import type { LabImage, Size } from '@proteus/raster/types.ts';

/** Cost of a boundary where the picture shows no edge, per pixel of its length, in nats. */
const SMOOTHNESS = 2.2;
/** Share of that cost which remains on the strongest edge. */
const EDGE_FLOOR = 0.06;
/** Colour difference at which a boundary's cost has fallen to 0.6 of the full one. */
const EDGE_SCALE = 5;
/** A label this much dearer than the present one is not worth a try, in nats. */
const HOPELESS = 12;

/** Cost of a boundary between each pixel and its right and its lower neighbour. */
export interface BoundaryCosts extends Size {
  readonly right: Float32Array;
  readonly down: Float32Array;
}

/** Boundary costs that fall where the colours change. */
export function boundaryCosts(lab: LabImage): BoundaryCosts {
  const { width, height, data } = lab;
  const right = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  const scale = 1 / (2 * EDGE_SCALE * EDGE_SCALE);
  const between = (i: number, j: number) => {
    const l = data[i * 3]! - data[j * 3]!;
    const a = data[i * 3 + 1]! - data[j * 3 + 1]!;
    const b = data[i * 3 + 2]! - data[j * 3 + 2]!;
    const alike = Math.exp(-(l * l + a * a + b * b) * scale);
    return SMOOTHNESS * (EDGE_FLOOR + (1 - EDGE_FLOOR) * alike);
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) right[i] = between(i, i + 1);
      if (y + 1 < height) down[i] = between(i, i + width);
    }
  }
  return { width, height, right, down };
}

/** Smallest box round the pixels that may change to a label, one pixel wider; null when none may. */
function candidateBox(
  labels: Uint8Array,
  costs: Float32Array,
  label: number,
  { width, height }: Size,
): { left: number; top: number; right: number; bottom: number } | null {
  const count = width * height;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const present = labels[i]!;
      if (present === label) continue;
      if (costs[label * count + i]! - costs[present * count + i]! > HOPELESS) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  return {
    left: Math.max(0, left - 1),
    top: Math.max(0, top - 1),
    right: Math.min(width - 1, right + 1),
    bottom: Math.min(height - 1, bottom + 1),
  };
}

/** Lets one label take over whatever pixels lower the total cost, all at once. */
function expand(
  labels: Uint8Array,
  costs: Float32Array,
  boundary: BoundaryCosts,
  label: number,
): void {
  const box = candidateBox(labels, costs, label, boundary);
  if (box === null) return;
  const stride = boundary.width;
  const count = labels.length;
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  // The source keeps the present label, the sink takes the new one.
  const source = new Float32Array(width * height);
  const sink = new Float32Array(width * height);
  const right = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  const join = (i: number, j: number, a: number, b: number, cost: number, edges: Float32Array) => {
    const first = labels[a]!;
    const second = labels[b]!;
    if (first === second || first === label || second === label) {
      edges[i] = cost;
      return;
    }
    // A boundary is there already: keeping both sides costs as much as changing one of them.
    edges[i] = cost / 2;
    sink[i]! += cost / 2;
    sink[j]! += cost / 2;
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = (y + box.top) * stride + x + box.left;
      const present = labels[at]!;
      const dearer = costs[label * count + at]! - costs[present * count + at]!;
      if (present === label) sink[i] = Number.POSITIVE_INFINITY;
      else if (dearer > HOPELESS) source[i] = Number.POSITIVE_INFINITY;
      else if (dearer > 0) source[i]! += dearer;
      else sink[i]! -= dearer;
      if (x + 1 < width) join(i, i + 1, at, at + 1, boundary.right[at]!, right);
      if (y + 1 < height) join(i, i + width, at, at + stride, boundary.down[at]!, down);
    }
  }
  const kept = gridMinCut({ width, height, source, sink, right, down });
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (kept.data[i] === 0) labels[(y + box.top) * stride + x + box.left] = label;
    }
  }
}

/**
 * Labels every pixel so that the sum of its label's cost and of the boundaries' costs is least
 * (within the known factor of two), by expanding one label after the other.
 *
 * @param costs cost of each label, plane after plane.
 * @param labels where to start; changed in place.
 * @param order of the expansions.
 * @see Boykov, Veksler & Zabih 2001, "Fast Approximate Energy Minimization via Graph Cuts".
 */
export function cutRegions(
  costs: Float32Array,
  boundary: BoundaryCosts,
  labels: Uint8Array,
  order: readonly number[],
): void {
  for (const label of order) expand(labels, costs, boundary, label);
}
