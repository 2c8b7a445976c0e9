import { cellAt, coarseDistance, type DistanceGrid, leastDistance } from './distance-grid.ts';
import { type Nearest, nearestLayer } from './layer-distance.ts';

/** Where a ray met the solid; allocated once and overwritten. */
export interface Hit {
  /** Distance along the ray in metres, -1 when it met nothing. */
  t: number;
  x: number;
  y: number;
  z: number;
  layer: number;
  /** Unit normal. */
  nx: number;
  ny: number;
  nz: number;
  /** Cell of the grid that holds the point. */
  cell: number;
}

export function createHit(): Hit {
  return { t: -1, x: 0, y: 0, z: 0, layer: -1, nx: 0, ny: 0, nz: 0, cell: -1 };
}

const STEPS = 160;

/** Part of the reported distance that a first step dares: the distances are approximate. */
const STRIDE = 0.88;

/**
 * Later steps go where the last two distances, continued, would reach zero; this slope of
 * approach, at least, keeps them from jumping over thin parts.
 */
const LEAST_SLOPE = 0.55;

/** A bound of the distance that is worth a step of its own, in metres: it costs no evaluation. */
const WORTHWHILE = 0.005;

const nearest: Nearest = { distance: 0, layer: -1, exact: true };

function probe(grid: DistanceGrid, cell: number, x: number, y: number, z: number): number {
  nearestLayer(grid.solid, grid.list, grid.starts[cell]!, grid.starts[cell + 1]!, x, y, z, nearest);
  return nearest.distance;
}

function slab(low: number, high: number, origin: number, direction: number, near: boolean): number {
  if (Math.abs(direction) < 1e-9) {
    const inside = origin > low && origin < high;
    return inside === near ? -1e9 : 1e9;
  }
  const a = (low - origin) / direction;
  const b = (high - origin) / direction;
  return near ? Math.min(a, b) : Math.max(a, b);
}

/** The surface's normal by forward differences from the distance at the point itself. */
function findNormal(grid: DistanceGrid, hit: Hit, distance: number, reach: number): void {
  const { cell, x, y, z } = hit;
  const nx = probe(grid, cell, x + reach, y, z) - distance;
  const ny = probe(grid, cell, x, y + reach, z) - distance;
  const nz = probe(grid, cell, x, y, z + reach) - distance;
  const size = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-12;
  hit.nx = nx / size;
  hit.ny = ny / size;
  hit.nz = nz / size;
}

/**
 * Follows a ray to the solid by sphere tracing (Hart 1996).
 *
 * @param grain edge of a pixel at the figure in metres: the precision asked for.
 */
export function trace(
  grid: DistanceGrid,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  grain: number,
  hit: Hit,
): boolean {
  const { low, high } = grid;
  const enter = Math.max(
    slab(low[0], high[0], ox, dx, true),
    slab(low[1], high[1], oy, dy, true),
    slab(low[2], high[2], oz, dz, true),
  );
  const leave = Math.min(
    slab(low[0], high[0], ox, dx, false),
    slab(low[1], high[1], oy, dy, false),
    slab(low[2], high[2], oz, dz, false),
  );
  hit.t = -1;
  let t = Math.max(enter, 0) + 1e-6;
  let before = -1;
  let stride = 0;
  for (let step = 0; step < STEPS && t < leave; step++) {
    const x = ox + dx * t;
    const y = oy + dy * t;
    const z = oz + dz * t;
    const cell = cellAt(grid, x, y, z);
    if (cell < 0) return false;
    if (grid.starts[cell] === grid.starts[cell + 1]) {
      t += Math.max(grid.distances[cell]! - grid.cell * 1.1, grid.cell * 0.4);
      before = -1;
      continue;
    }
    const bound = leastDistance(grid, cell, x, y, z);
    if (bound > WORTHWHILE) {
      t += bound;
      before = -1;
      continue;
    }
    const distance = probe(grid, cell, x, y, z);
    if (distance < grain * 0.25) {
      const back = distance < -grain && before > 0 ? (stride * distance) / (before - distance) : 0;
      hit.t = t + back;
      hit.x = x + dx * back;
      hit.y = y + dy * back;
      hit.z = z + dz * back;
      hit.cell = cell;
      hit.layer = nearest.layer;
      const there = back === 0 ? distance : probe(grid, cell, hit.x, hit.y, hit.z);
      findNormal(grid, hit, there, grain * 0.8);
      return true;
    }
    const slope = before > distance ? (before - distance) / stride : 1 / STRIDE;
    stride = Math.min(distance / Math.max(slope, LEAST_SLOPE), grid.cell);
    before = nearest.exact ? distance : -1;
    t += stride;
  }
  return false;
}

/** Share of a wide light that reaches a point, 0 to 1 (Quilez, "soft shadows"). */
export function softShadow(
  grid: DistanceGrid,
  x: number,
  y: number,
  z: number,
  lx: number,
  ly: number,
  lz: number,
  sharpness: number,
): number {
  let light = 1;
  let t = grid.cell * 1.2;
  for (let step = 0; step < 28; step++) {
    const px = x + lx * t;
    const py = y + ly * t;
    const pz = z + lz * t;
    const outside = cellAt(grid, px, py, pz) < 0;
    if (outside && (py > grid.high[1] || t > 1.6)) break;
    const distance = coarseDistance(grid, px, py, pz) + grid.cell * 0.25;
    light = Math.min(light, (sharpness * distance) / t);
    if (light < -1) break;
    t += Math.min(Math.max(distance, grid.cell * 0.6), 0.12);
  }
  const held = Math.max(light, -1);
  return 0.25 * (1 + held) * (1 + held) * (2 - held);
}

/** How open the space above a point is, 1 = nothing near. */
export function openness(grid: DistanceGrid, hit: Hit): number {
  let blocked = 0;
  let weight = 1;
  for (let i = 1; i <= 5; i++) {
    const reach = 0.012 * i * (1 + 0.45 * i);
    const found = coarseDistance(
      grid,
      hit.x + hit.nx * reach,
      hit.y + hit.ny * reach,
      hit.z + hit.nz * reach,
    );
    blocked += Math.max(reach - Math.max(found, 0), 0) * (weight / reach);
    weight *= 0.75;
  }
  return Math.max(0, 1 - blocked * 0.42);
}
