import { primitiveDistance } from './primitive-distance.ts';
import type { Solid } from './solid.ts';

/** What one evaluation of the solid found; allocated once and overwritten. */
export interface Nearest {
  /** Signed distance in metres. */
  distance: number;
  /** Layer of the nearest surface, -1 where the list is empty. */
  layer: number;
  /** False where the distance is only a lower bound, because a relief was not asked for. */
  exact: boolean;
}

/** How near the surface a layer's relief is worth asking for, in metres. */
const RELIEF_REACH = 0.022;

/** No relief stands out farther than this, in metres. */
const RELIEF_HEIGHT = 0.014;

/** A distance beyond everything in a figure. */
export const FAR = 1e3;

function joined(solid: Solid, primitive: number, held: number, distance: number): number {
  const blend = solid.blends[primitive]!;
  if (solid.operations[primitive] === 0) {
    const overlap = blend - Math.abs(held - distance);
    const nearer = held < distance ? held : distance;
    return overlap > 0 ? nearer - (overlap * overlap) / (4 * blend) : nearer;
  }
  const other = solid.operations[primitive] === 1 ? -distance : distance;
  const overlap = blend - Math.abs(held - other);
  const farther = held > other ? held : other;
  return overlap > 0 ? farther + (overlap * overlap) / (4 * blend) : farther;
}

/**
 * Signed distance to the listed primitives, layer by layer. A layer's shapes are united first, then
 * its relief is laid on, then it is cut, so that cut edges stay clean.
 *
 * @param list primitive indices in the solid's order, read from `start` to `end`.
 */
export function nearestLayer(
  solid: Solid,
  list: Uint16Array,
  start: number,
  end: number,
  x: number,
  y: number,
  z: number,
  out: Nearest,
): void {
  let best = FAR;
  let bestLayer = -1;
  let bestExact = true;
  let i = start;
  while (i < end) {
    const layer = solid.layerOf[list[i]!]!;
    const relief = solid.layers[layer]!.displacement;
    let held = FAR;
    let raised = relief === undefined;
    let exact = true;
    while (i < end) {
      const primitive = list[i]!;
      if (solid.layerOf[primitive] !== layer) break;
      if (!raised && solid.operations[primitive] !== 0) {
        exact = held < RELIEF_REACH && held > -RELIEF_REACH;
        held += exact ? relief!(x, y, z) : -RELIEF_HEIGHT;
        raised = true;
      }
      held = joined(solid, primitive, held, primitiveDistance(solid, primitive, x, y, z));
      i++;
    }
    if (!raised) {
      exact = held < RELIEF_REACH && held > -RELIEF_REACH;
      held += exact ? relief!(x, y, z) : -RELIEF_HEIGHT;
    }
    if (held < best) {
      best = held;
      bestLayer = layer;
      bestExact = exact;
    }
  }
  out.distance = best;
  out.layer = bestLayer;
  out.exact = bestExact;
}
