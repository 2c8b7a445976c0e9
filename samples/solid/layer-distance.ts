import { primitiveDistance } from './primitive-distance.ts';
import type { Layer, Solid } from './solid.ts';

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
    const nearer = Math.min(held, distance);
    return overlap > 0 ? nearer - (overlap * overlap) / (4 * blend) : nearer;
  }
  const other = solid.operations[primitive] === 1 ? -distance : distance;
  const overlap = blend - Math.abs(held - other);
  const farther = Math.max(held, other);
  return overlap > 0 ? farther + (overlap * overlap) / (4 * blend) : farther;
}

/** The height of a layer's relief where it matters, a bound of it farther away. */
function reliefAt(layer: Layer, distance: number, x: number, y: number, z: number): number {
  if (layer.displacement === undefined) return 0;
  if (distance >= RELIEF_REACH || distance <= -RELIEF_REACH) return -RELIEF_HEIGHT;
  return layer.displacement(x, y, z);
}

/**
 * Signed distance to the listed primitives, layer by layer, each in the given order. A layer's
 * relief is laid on before its first cut, so that cut edges stay clean, and on every shape that is
 * united after that cut.
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
    const index = solid.layerOf[list[i]!]!;
    const layer = solid.layers[index]!;
    const cleanCuts = layer.roughCuts !== true;
    let held = FAR;
    let raised = false;
    let relief = 0;
    for (; i < end; i++) {
      const primitive = list[i]!;
      if (solid.layerOf[primitive] !== index) break;
      let distance = primitiveDistance(solid, primitive, x, y, z);
      if (solid.operations[primitive] === 0) {
        if (raised) {
          if (relief === 0 || relief === -RELIEF_HEIGHT)
            relief = reliefAt(layer, distance, x, y, z);
          distance += relief;
        }
      } else if (cleanCuts && !raised) {
        relief = reliefAt(layer, held, x, y, z);
        held += relief;
        raised = true;
      }
      held = joined(solid, primitive, held, distance);
    }
    if (!raised) {
      relief = reliefAt(layer, held, x, y, z);
      held += relief;
    }
    if (held < best) {
      best = held;
      bestLayer = index;
      bestExact = relief !== -RELIEF_HEIGHT;
    }
  }
  out.distance = best;
  out.layer = bestLayer;
  out.exact = bestExact;
}
