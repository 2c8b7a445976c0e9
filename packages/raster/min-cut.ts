import { giveBackFloats } from './borrowed-floats.ts';
import { createMask } from './create-mask.ts';
import {
  activate,
  buildGridGraph,
  FREE,
  type GridCapacities,
  type GridGraph,
  ORPHAN,
  SOURCE_TREE,
  TERMINAL,
  takeActive,
} from './grid-graph.ts';
import type { Mask } from './types.ts';

/**
 * Minimum cut of a 4- or 8-connected pixel grid: the labelling with the least sum of terminal
 * costs and costs of separated neighbours.
 *
 * @returns 255 on the source's side, 0 on the sink's; of several least cuts the one with the
 *   fewest pixels on the source's side.
 * @throws {RangeError} when an array does not have one value a pixel.
 * @see Boykov & Kolmogorov 2004, "An Experimental Comparison of Min-Cut/Max-Flow Algorithms".
 */
export function gridMinCut(capacities: GridCapacities): Mask {
  const graph = buildGridGraph(capacities);
  for (let node = takeActive(graph); node !== 0; node = takeActive(graph)) {
    while (graph.tree[node] !== FREE) {
      const meeting = grow(graph, node);
      graph.time++;
      if (meeting < 0) break;
      augment(graph, meeting >> 3, meeting & 7);
      adopt(graph);
    }
  }
  giveBackFloats(graph.capacity);
  const { width, height } = capacities;
  const mask = createMask(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const node = (y + 1) * graph.stride + x + 1;
      mask.data[i] = graph.tree[node] === SOURCE_TREE ? 255 : 0;
    }
  }
  return mask;
}

/**
 * Lets a node's tree take in its free neighbours. Returns the edge (8 · node + direction, from the
 * source's tree to the sink's) over which the trees meet, or -1.
 */
function grow(graph: GridGraph, node: number): number {
  const { offsets, capacity, tree, parent, stamp, distance } = graph;
  const own = tree[node]!;
  const fromSource = own === SOURCE_TREE;
  for (let d = 0; d < 8; d++) {
    const other = node + offsets[d]!;
    // Flow runs from the source outwards, and inwards to the sink.
    const edge = fromSource ? node * 8 + d : other * 8 + (d ^ 1);
    if (!(capacity[edge]! > 0)) continue;
    const theirs = tree[other]!;
    if (theirs === FREE) {
      tree[other] = own;
      parent[other] = d ^ 1;
      stamp[other] = stamp[node]!;
      distance[other] = distance[node]! + 1;
      activate(graph, other);
    } else if (theirs !== own) {
      return edge;
    } else if (stamp[other]! <= stamp[node]! && distance[other]! > distance[node]!) {
      parent[other] = d ^ 1;
      stamp[other] = stamp[node]!;
      distance[other] = distance[node]! + 1;
    }
  }
  return -1;
}

/** Sends as much flow as fits along the path through an edge between the trees. */
function augment(graph: GridGraph, node: number, direction: number): void {
  const { offsets, capacity, terminal, parent } = graph;
  const beyond = node + offsets[direction]!;
  let flow = capacity[node * 8 + direction]!;
  let at = node;
  for (let d = parent[at]!; d !== TERMINAL; d = parent[at]!) {
    at += offsets[d]!;
    flow = Math.min(flow, capacity[at * 8 + (d ^ 1)]!);
  }
  flow = Math.min(flow, terminal[at]!);
  at = beyond;
  for (let d = parent[at]!; d !== TERMINAL; d = parent[at]!) {
    flow = Math.min(flow, capacity[at * 8 + d]!);
    at += offsets[d]!;
  }
  flow = Math.min(flow, -terminal[at]!);

  capacity[node * 8 + direction]! -= flow;
  capacity[beyond * 8 + (direction ^ 1)]! += flow;
  at = node;
  for (let d = parent[at]!; d !== TERMINAL; d = parent[at]!) {
    const up = at + offsets[d]!;
    capacity[at * 8 + d]! += flow;
    capacity[up * 8 + (d ^ 1)]! -= flow;
    if (capacity[up * 8 + (d ^ 1)] === 0) makeOrphan(graph, at);
    at = up;
  }
  terminal[at]! -= flow;
  if (terminal[at] === 0) makeOrphan(graph, at);
  at = beyond;
  for (let d = parent[at]!; d !== TERMINAL; d = parent[at]!) {
    const up = at + offsets[d]!;
    capacity[up * 8 + (d ^ 1)]! += flow;
    capacity[at * 8 + d]! -= flow;
    if (capacity[at * 8 + d] === 0) makeOrphan(graph, at);
    at = up;
  }
  terminal[at]! += flow;
  if (terminal[at] === 0) makeOrphan(graph, at);
}

function makeOrphan(graph: GridGraph, node: number): void {
  graph.parent[node] = ORPHAN;
  graph.orphans[graph.orphanTail] = node;
  graph.orphanTail = (graph.orphanTail + 1) % graph.orphans.length;
}

/** Finds every orphan a parent that still reaches the terminal, or sets it free. */
function adopt(graph: GridGraph): void {
  while (graph.orphanHead !== graph.orphanTail) {
    const node = graph.orphans[graph.orphanHead]!;
    graph.orphanHead = (graph.orphanHead + 1) % graph.orphans.length;
    const direction = nearestParent(graph, node);
    if (direction < 0) release(graph, node);
    else graph.parent[node] = direction;
  }
}

/** Direction of the neighbour in the same tree that is nearest to the terminal, or -1. */
function nearestParent(graph: GridGraph, node: number): number {
  const { offsets, capacity, tree, stamp, distance, time } = graph;
  const own = tree[node]!;
  const fromSource = own === SOURCE_TREE;
  let nearest = Number.POSITIVE_INFINITY;
  let best = -1;
  for (let d = 0; d < 8; d++) {
    const other = node + offsets[d]!;
    if (tree[other] !== own) continue;
    const edge = fromSource ? other * 8 + (d ^ 1) : node * 8 + d;
    if (!(capacity[edge]! > 0)) continue;
    const steps = stepsToTerminal(graph, other);
    if (steps < nearest) {
      nearest = steps;
      best = d;
    }
  }
  if (best >= 0) {
    stamp[node] = time;
    distance[node] = nearest + 1;
  }
  return best;
}

/** Steps from a node to its terminal, noted along the way; `Infinity` below an orphan. */
function stepsToTerminal(graph: GridGraph, node: number): number {
  const { offsets, parent, stamp, distance, time } = graph;
  let steps = 0;
  let at = node;
  for (; stamp[at] !== time; at += offsets[parent[at]!]!) {
    if (parent[at] === ORPHAN) return Number.POSITIVE_INFINITY;
    if (parent[at] === TERMINAL) {
      stamp[at] = time;
      distance[at] = 1;
      break;
    }
    steps++;
  }
  const total = steps + distance[at]!;
  let left = total;
  for (let back = node; stamp[back] !== time; back += offsets[parent[back]!]!) {
    stamp[back] = time;
    distance[back] = left;
    left--;
  }
  return total;
}

/** Takes a node out of its tree; its children become orphans. */
function release(graph: GridGraph, node: number): void {
  const { offsets, capacity, tree, parent } = graph;
  const own = tree[node]!;
  const fromSource = own === SOURCE_TREE;
  tree[node] = FREE;
  for (let d = 0; d < 8; d++) {
    const other = node + offsets[d]!;
    if (tree[other] !== own) continue;
    const edge = fromSource ? other * 8 + (d ^ 1) : node * 8 + d;
    if (capacity[edge]! > 0) activate(graph, other);
    if (parent[other] === (d ^ 1)) makeOrphan(graph, other);
  }
}
