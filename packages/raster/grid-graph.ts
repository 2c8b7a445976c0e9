import { borrowFloats } from './borrowed-floats.ts';
import type { Size } from './types.ts';

/** Capacities of a pixel grid between a source and a sink; all at least 0. */
export interface GridCapacities extends Size {
  /** From the source to each pixel: the cost of giving it to the sink. `Infinity` forbids that. */
  readonly source: Float32Array;
  /** From each pixel to the sink: the cost of giving it to the source. */
  readonly sink: Float32Array;
  /** Cost of separating each pixel from its right neighbour; the last column is not read. */
  readonly right: Float32Array;
  /** From the one below; the last row is not read. */
  readonly down: Float32Array;
  /** From the one below to the right; left out for a 4-connected grid. */
  readonly downRight?: Float32Array;
  /** From the one below to the left; left out for a 4-connected grid. */
  readonly downLeft?: Float32Array;
}

/** Which tree a node belongs to. */
export const FREE = 0;
export const SOURCE_TREE = 1;
export const SINK_TREE = 2;

/** Values of `parent` that are not directions. */
export const TERMINAL = 8;
export const ORPHAN = 9;

/**
 * State of the search. Nodes are the pixels of a grid with a margin of one pixel, whose capacities
 * are zero, so that no border needs a test. Direction d and d ^ 1 are opposite.
 */
export interface GridGraph {
  /** Width with the margin. */
  readonly stride: number;
  /** Node number difference of the eight directions. */
  readonly offsets: Int32Array;
  /** Residual capacity towards each direction, eight for each node; borrowed. */
  readonly capacity: Float32Array;
  /** Residual capacity from the source (positive) or to the sink (negative). */
  readonly terminal: Float32Array;
  readonly tree: Uint8Array;
  /** Direction towards the parent, or `TERMINAL`, or `ORPHAN`. */
  readonly parent: Uint8Array;
  /** When `distance` was last known to be right. */
  readonly stamp: Int32Array;
  /** Estimated number of steps to the terminal. */
  readonly distance: Int32Array;
  /** The queue of active nodes: the node after each one; itself for the last, 0 when not queued. */
  readonly nextActive: Int32Array;
  firstActive: number;
  lastActive: number;
  /** Ring of orphans that wait for a new parent. */
  readonly orphans: Int32Array;
  orphanHead: number;
  orphanTail: number;
  time: number;
}

/**
 * Builds the residual graph, and the two trees with a root at every pixel joined to a terminal.
 *
 * @throws {RangeError} when an array does not have one value a pixel.
 */
export function buildGridGraph(capacities: GridCapacities): GridGraph {
  const { width, height, source, sink } = capacities;
  const stride = width + 2;
  const nodes = stride * (height + 2);
  const capacity = borrowFloats(nodes * 8).fill(0, 0, nodes * 8);
  const graph: GridGraph = {
    stride,
    offsets: Int32Array.of(1, -1, stride, -stride, stride + 1, -stride - 1, stride - 1, 1 - stride),
    capacity,
    terminal: new Float32Array(nodes),
    tree: new Uint8Array(nodes),
    parent: new Uint8Array(nodes),
    stamp: new Int32Array(nodes),
    distance: new Int32Array(nodes),
    nextActive: new Int32Array(nodes),
    firstActive: 0,
    lastActive: 0,
    orphans: new Int32Array(nodes),
    orphanHead: 0,
    orphanTail: 0,
    time: 0,
  };
  requireLength(source, width * height);
  requireLength(sink, width * height);
  connect(graph, capacities, capacities.right, 0, 1, 0);
  connect(graph, capacities, capacities.down, 2, 0, 1);
  if (capacities.downRight) connect(graph, capacities, capacities.downRight, 4, 1, 1);
  if (capacities.downLeft) connect(graph, capacities, capacities.downLeft, 6, -1, 1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const node = (y + 1) * stride + x + 1;
      const excess = source[i]! - sink[i]!;
      graph.terminal[node] = excess;
      if (!(excess !== 0)) continue;
      graph.tree[node] = excess > 0 ? SOURCE_TREE : SINK_TREE;
      graph.parent[node] = TERMINAL;
      graph.distance[node] = 1;
      activate(graph, node);
    }
  }
  return graph;
}

/** Puts a node at the end of the active queue unless it waits there already. */
export function activate(graph: GridGraph, node: number): void {
  if (graph.nextActive[node] !== 0) return;
  graph.nextActive[node] = node;
  if (graph.lastActive === 0) graph.firstActive = node;
  else graph.nextActive[graph.lastActive] = node;
  graph.lastActive = node;
}

/** Takes the next node off the active queue; 0 when there is none. */
export function takeActive(graph: GridGraph): number {
  const node = graph.firstActive;
  if (node === 0) return 0;
  const next = graph.nextActive[node]!;
  graph.nextActive[node] = 0;
  if (next === node) {
    graph.firstActive = 0;
    graph.lastActive = 0;
  } else {
    graph.firstActive = next;
  }
  return node;
}

function connect(
  graph: GridGraph,
  { width, height }: Size,
  weights: Float32Array,
  direction: number,
  dx: number,
  dy: number,
): void {
  requireLength(weights, width * height);
  const { stride, capacity } = graph;
  const offset = dy * stride + dx;
  for (let y = 0; y + dy < height; y++) {
    for (let x = Math.max(0, -dx); x < width - Math.max(0, dx); x++) {
      const node = (y + 1) * stride + x + 1;
      const weight = weights[y * width + x]!;
      capacity[node * 8 + direction] = weight;
      capacity[(node + offset) * 8 + (direction ^ 1)] = weight;
    }
  }
}

function requireLength(values: Float32Array, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`Expected ${length} capacities, one a pixel, not ${values.length}.`);
  }
}
