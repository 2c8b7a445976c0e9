import type { GridCapacities } from '@proteus/raster/grid-graph.ts';
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

/** Part of a picture. */
interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Cost of a boundary between two pixels. */
function between(data: Float32Array, i: number, j: number): number {
  const l = data[i * 3]! - data[j * 3]!;
  const a = data[i * 3 + 1]! - data[j * 3 + 1]!;
  const b = data[i * 3 + 2]! - data[j * 3 + 2]!;
  const alike = Math.exp((l * l + a * a + b * b) * (-0.5 / EDGE_SCALE ** 2));
  return SMOOTHNESS * (EDGE_FLOOR + (1 - EDGE_FLOOR) * alike);
}

/** Boundary costs that fall where the colours change. */
export function boundaryCosts(lab: LabImage): BoundaryCosts {
  const { width, height, data } = lab;
  const right = new Float32Array(width * height);
  const down = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) right[i] = between(data, i, i + 1);
      if (y + 1 < height) down[i] = between(data, i, i + width);
    }
  }
  return { width, height, right, down };
}

/** Whether an expansion may give a pixel its label. */
function isCandidate(labels: Uint8Array, costs: Float32Array, label: number, i: number): boolean {
  const present = labels[i]!;
  if (present === label) return false;
  const count = labels.length;
  return costs[label * count + i]! - costs[present * count + i]! <= HOPELESS;
}

/** Smallest box round the pixels that may change to a label, one pixel wider; null when none may. */
function candidateBox(
  labels: Uint8Array,
  costs: Float32Array,
  label: number,
  { width, height }: Size,
): Box | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (!isCandidate(labels, costs, label, i)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  left = Math.max(0, left - 1);
  top = Math.max(0, top - 1);
  return {
    left,
    top,
    width: Math.min(width - 1, right + 1) - left + 1,
    height: Math.min(height - 1, bottom + 1) - top + 1,
  };
}

/** One expansion: the source keeps the present label, the sink takes the new one. */
interface Expansion extends GridCapacities {
  readonly label: number;
  readonly labels: Uint8Array;
  /** Of the box's pixels, 1 for those that may change. The others stay out of the grid. */
  readonly candidates: Uint8Array;
}

/** Adds what it costs a candidate to lie beside a pixel that stays as it is. */
function leanOn(
  { label, labels, source, sink }: Expansion,
  i: number,
  at: number,
  other: number,
  cost: number,
) {
  if (labels[other] === label) sink[i]! += cost;
  // Beside a third label there is a boundary either way.
  else if (labels[other] === labels[at]) source[i]! += cost;
}

/** Adds the boundary between two neighbours, at `i` and `j` of the box, `a` and `b` of the picture. */
function join(
  expansion: Expansion,
  edges: Float32Array,
  i: number,
  j: number,
  a: number,
  b: number,
  cost: number,
) {
  const { labels, candidates, sink } = expansion;
  if (candidates[i] === 0) {
    if (candidates[j] !== 0) leanOn(expansion, j, b, a, cost);
    return;
  }
  if (candidates[j] === 0) leanOn(expansion, i, a, b, cost);
  else if (labels[a] === labels[b]) edges[i] = cost;
  else {
    // A boundary is there already: keeping both sides costs as much as changing one of them.
    edges[i] = cost / 2;
    sink[i]! += cost / 2;
    sink[j]! += cost / 2;
  }
}

function buildExpansion(
  labels: Uint8Array,
  costs: Float32Array,
  boundary: BoundaryCosts,
  label: number,
  box: Box,
): Expansion {
  const { left, top, width, height } = box;
  const stride = boundary.width;
  const count = labels.length;
  const plane = () => new Float32Array(width * height);
  const candidates = new Uint8Array(width * height);
  const [source, sink, right, down] = [plane(), plane(), plane(), plane()] as const;
  const expansion = { width, height, label, labels, candidates, source, sink, right, down };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = (y + top) * stride + left; x < width; x++, i++, at++) {
      if (!isCandidate(labels, costs, label, at)) continue;
      candidates[i] = 1;
      const dearer = costs[label * count + at]! - costs[labels[at]! * count + at]!;
      if (dearer > 0) source[i] = dearer;
      else sink[i] = -dearer;
    }
  }
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = (y + top) * stride + left; x < width; x++, i++, at++) {
      if (x + 1 < width) join(expansion, right, i, i + 1, at, at + 1, boundary.right[at]!);
      if (y + 1 < height) join(expansion, down, i, i + width, at, at + stride, boundary.down[at]!);
    }
  }
  return expansion;
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
  const expansion = buildExpansion(labels, costs, boundary, label, box);
  const kept = gridMinCut(expansion).data;
  for (let y = 0, i = 0; y < box.height; y++) {
    let at = (y + box.top) * boundary.width + box.left;
    for (let x = 0; x < box.width; x++, i++, at++) {
      if (expansion.candidates[i] !== 0 && kept[i] === 0) labels[at] = label;
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
