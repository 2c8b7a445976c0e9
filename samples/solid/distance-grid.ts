import { FAR, type Nearest, nearestLayer } from './layer-distance.ts';
import { primitiveDistance } from './primitive-distance.ts';
import type { Solid } from './solid.ts';
import type { Vector } from './vector.ts';

/**
 * A coarse grid over a solid: the distance at every cell's middle, and for the cells near a
 * surface the few primitives that matter there.
 */
export interface DistanceGrid {
  readonly solid: Solid;
  readonly low: Vector;
  readonly high: Vector;
  /** Edge of a cell in metres. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  readonly distances: Float32Array;
  /** Where each cell's primitives begin in `list`; one more entry than cells. */
  readonly starts: Uint32Array;
  readonly list: Uint16Array;
}

/** Half the diagonal of a unit cell, with room for the error of approximate distances. */
const REACH = 1.05;

/** Cells farther than this many edges from a surface carry no primitives. */
const NEAR_CELLS = 1.8;

/** Cells along the edge of a block whose cells share one preselection of primitives. */
const BLOCK = 5;

/** Keeps of `from` the primitives that can matter within `radius` of a point. */
function neighbours(
  solid: Solid,
  from: Uint16Array,
  size: number,
  distances: Float64Array,
  best: number,
  radius: number,
  out: Uint16Array,
): number {
  let count = 0;
  let i = 0;
  while (i < size) {
    const layer = solid.layerOf[from[i]!]!;
    let end = i;
    let nearest = FAR;
    let held = FAR;
    while (end < size && solid.layerOf[from[end]!] === layer) {
      const distance = distances[end]!;
      const operation = solid.operations[from[end]!]!;
      if (operation === 0) {
        nearest = Math.min(nearest, distance);
        held = Math.min(held, distance);
      } else {
        held = Math.max(held, operation === 1 ? -distance : distance);
      }
      end++;
    }
    const matters = held - radius < best + radius + 0.03;
    for (; i < end; i++) {
      const primitive = from[i]!;
      const slack = 2 * radius + solid.blends[primitive]! + 0.01;
      const distance = distances[i]!;
      const operation = solid.operations[primitive]!;
      const keep =
        operation === 0
          ? distance < nearest + slack
          : operation === 1
            ? distance < slack + Math.max(0, -nearest)
            : distance > -slack - Math.max(0, -nearest);
      if (matters && keep) out[count++] = primitive;
    }
  }
  return count;
}

/**
 * Builds the grid over a box.
 *
 * @param cell edge of a cell in metres; every surface must keep two cells inside the box.
 */
export function buildDistanceGrid(
  solid: Solid,
  low: Vector,
  high: Vector,
  cell: number,
): DistanceGrid {
  const columns = Math.ceil((high[0] - low[0]) / cell);
  const rows = Math.ceil((high[1] - low[1]) / cell);
  const slices = Math.ceil((high[2] - low[2]) / cell);
  const cells = columns * rows * slices;
  const distances = new Float32Array(cells);
  const starts = new Uint32Array(cells + 1);
  const counts = new Uint16Array(cells);
  const origins = new Uint32Array(cells);
  let pool = new Uint16Array(cells);
  let used = 0;
  const everything = Uint16Array.from({ length: solid.count }, (_, i) => i);
  const each = new Float64Array(solid.count);
  const nearBlock = new Uint16Array(solid.count);
  const nearCell = new Uint16Array(solid.count);
  const nearest: Nearest = { distance: 0, layer: -1, exact: true };
  const select = (
    from: Uint16Array,
    size: number,
    x: number,
    y: number,
    z: number,
    radius: number,
    out: Uint16Array,
  ): number => {
    for (let p = 0; p < size; p++) each[p] = primitiveDistance(solid, from[p]!, x, y, z);
    return neighbours(solid, from, size, each, nearest.distance, radius, out);
  };
  const visitCell = (index: number, size: number, x: number, y: number, z: number): void => {
    nearestLayer(solid, nearBlock, 0, size, x, y, z, nearest);
    distances[index] = nearest.distance;
    if (Math.abs(nearest.distance) > cell * NEAR_CELLS) return;
    const count = select(nearBlock, size, x, y, z, cell * REACH, nearCell);
    if (used + count > pool.length) {
      const grown = new Uint16Array(pool.length * 2 + count);
      grown.set(pool);
      pool = grown;
    }
    pool.set(nearCell.subarray(0, count), used);
    origins[index] = used;
    counts[index] = count;
    used += count;
  };
  for (let slice = 0; slice < slices; slice += BLOCK) {
    for (let row = 0; row < rows; row += BLOCK) {
      for (let column = 0; column < columns; column += BLOCK) {
        const middle = (axis: 0 | 1 | 2, at: number) => low[axis] + (at + BLOCK / 2) * cell;
        const x = middle(0, column);
        const y = middle(1, row);
        const z = middle(2, slice);
        nearestLayer(solid, everything, 0, solid.count, x, y, z, nearest);
        const size = select(everything, solid.count, x, y, z, cell * REACH * BLOCK, nearBlock);
        for (let k = slice; k < Math.min(slice + BLOCK, slices); k++) {
          for (let j = row; j < Math.min(row + BLOCK, rows); j++) {
            for (let i = column; i < Math.min(column + BLOCK, columns); i++) {
              visitCell(
                (k * rows + j) * columns + i,
                size,
                low[0] + (i + 0.5) * cell,
                low[1] + (j + 0.5) * cell,
                low[2] + (k + 0.5) * cell,
              );
            }
          }
        }
      }
    }
  }
  const list = new Uint16Array(used);
  let length = 0;
  for (let index = 0; index < cells; index++) {
    starts[index] = length;
    const origin = origins[index]!;
    list.set(pool.subarray(origin, origin + counts[index]!), length);
    length += counts[index]!;
  }
  starts[cells] = length;
  return {
    solid,
    low,
    high: [low[0] + columns * cell, low[1] + rows * cell, low[2] + slices * cell],
    cell,
    columns,
    rows,
    slices,
    distances,
    starts,
    list,
  };
}

/** Index of the cell that holds a point, -1 outside the box. */
export function cellAt(grid: DistanceGrid, x: number, y: number, z: number): number {
  const column = Math.floor((x - grid.low[0]) / grid.cell);
  const row = Math.floor((y - grid.low[1]) / grid.cell);
  const slice = Math.floor((z - grid.low[2]) / grid.cell);
  if (column < 0 || row < 0 || slice < 0) return -1;
  if (column >= grid.columns || row >= grid.rows || slice >= grid.slices) return -1;
  return (slice * grid.rows + row) * grid.columns + column;
}

/**
 * A bound of the distance at a point of a cell: from the distance at the cell's middle, which
 * cannot shrink faster than the point is away from it.
 */
export function leastDistance(
  grid: DistanceGrid,
  cell: number,
  x: number,
  y: number,
  z: number,
): number {
  const { low, cell: edge, columns, rows } = grid;
  const slice = Math.floor(cell / (columns * rows));
  const rest = cell - slice * columns * rows;
  const row = Math.floor(rest / columns);
  const dx = x - low[0] - (rest - row * columns + 0.5) * edge;
  const dy = y - low[1] - (row + 0.5) * edge;
  const dz = z - low[2] - (slice + 0.5) * edge;
  return grid.distances[cell]! - Math.sqrt(dx * dx + dy * dy + dz * dz) * 1.05;
}

/** Smooth (trilinear) distance in metres for soft light; outside the box that of its rim. */
export function coarseDistance(grid: DistanceGrid, x: number, y: number, z: number): number {
  const { columns, rows, slices, distances } = grid;
  const fx = Math.min(Math.max((x - grid.low[0]) / grid.cell - 0.5, 0), columns - 1.001);
  const fy = Math.min(Math.max((y - grid.low[1]) / grid.cell - 0.5, 0), rows - 1.001);
  const fz = Math.min(Math.max((z - grid.low[2]) / grid.cell - 0.5, 0), slices - 1.001);
  const ix = fx | 0;
  const iy = fy | 0;
  const iz = fz | 0;
  const tx = fx - ix;
  const ty = fy - iy;
  const tz = fz - iz;
  const at = (iz * rows + iy) * columns + ix;
  const up = at + columns;
  const deep = at + rows * columns;
  const deepUp = deep + columns;
  const a = distances[at]! + (distances[at + 1]! - distances[at]!) * tx;
  const b = distances[up]! + (distances[up + 1]! - distances[up]!) * tx;
  const c = distances[deep]! + (distances[deep + 1]! - distances[deep]!) * tx;
  const d = distances[deepUp]! + (distances[deepUp + 1]! - distances[deepUp]!) * tx;
  const front = a + (b - a) * ty;
  const back = c + (d - c) * ty;
  return front + (back - front) * tz;
}
