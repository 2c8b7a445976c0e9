import type { DistanceGrid } from './distance-grid.ts';
import { primitiveDistance } from './primitive-distance.ts';

/** Tag of the united shape of a layer that lies nearest to a point; cuts have no say. */
export function nearestTag(
  grid: DistanceGrid,
  cell: number,
  layer: number,
  x: number,
  y: number,
  z: number,
): number {
  const { solid, list, starts } = grid;
  let best = Number.POSITIVE_INFINITY;
  let tag = 0;
  for (let i = starts[cell]!; i < starts[cell + 1]!; i++) {
    const primitive = list[i]!;
    if (solid.layerOf[primitive] !== layer || solid.operations[primitive] !== 0) continue;
    const distance = primitiveDistance(solid, primitive, x, y, z);
    if (distance < best) {
      best = distance;
      tag = solid.tags[primitive]!;
    }
  }
  return tag;
}

/** Distance from a point to the nearest shape that a layer was cut with, `Infinity` without one. */
export function cutDistance(
  grid: DistanceGrid,
  cell: number,
  layer: number,
  tag: number,
  x: number,
  y: number,
  z: number,
): number {
  const { solid, list, starts } = grid;
  let best = Number.POSITIVE_INFINITY;
  for (let i = starts[cell]!; i < starts[cell + 1]!; i++) {
    const primitive = list[i]!;
    if (
      solid.layerOf[primitive] !== layer ||
      solid.tags[primitive] !== tag ||
      solid.operations[primitive] !== 1
    ) {
      continue;
    }
    best = Math.min(best, primitiveDistance(solid, primitive, x, y, z));
  }
  return best;
}
