import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { BodyScale } from './body-scale.ts';
import { LAYER } from './dressed-silhouette.ts';

/** All in shoulder widths: how far cloth stands off, … */
const EASE = 0.035;
/** … how far cloth spans from the body it hangs on, … */
const SPAN = 0.1;
/** … the round of the silhouette's edge, … */
const EDGE = 0.12;
/** … and the relief's softness. */
const SOFTNESS = 0.035;
/** No part of the person lies lower above the background, in shoulder widths. */
const LOWEST = 0.15;

/** Mean of the known values around each pixel; `fallback` far from all of them. */
function spread(values: Plane, known: Plane, sigma: number, fallback: number): Plane {
  const sums = gaussianBlur(values, sigma).data;
  const weights = gaussianBlur(known, sigma).data;
  const data = new Float32Array(sums.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = weights[i]! > 1e-3 ? sums[i]! / weights[i]! : fallback;
  }
  return { width: values.width, height: values.height, data };
}

/** Pixels from each pixel of the silhouette to its edge. */
function edgeDistances(layers: Mask): Float32Array {
  const { width, height } = layers;
  const outside = layers.data.map((layer) => (layer === LAYER.background ? 255 : 0));
  const distances = distanceTransform({ width, height, data: outside });
  for (let i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]!);
  return distances;
}

/**
 * Lays skin and cloth over the solids: closes what they leave open of the silhouette, rounds its
 * edge, sets cloth off the body and smooths everything without touching the background.
 *
 * @param solids relief of the body's solids.
 * @param layers `LAYER` by pixel.
 */
export function drape(solids: Plane, layers: Mask, body: BodyScale): Plane {
  const { width, height } = solids;
  const { unit, middle } = body;
  const known = createPlane(width, height);
  const inside = createPlane(width, height);
  const raised = createPlane(width, height);
  for (let i = 0; i < layers.data.length; i++) {
    if (layers.data[i] === LAYER.background) continue;
    inside.data[i] = 1;
    if (solids.data[i]! <= 0) continue;
    known.data[i] = 1;
    raised.data[i] = solids.data[i]!;
  }
  const around = spread(raised, known, SPAN * unit, middle).data;
  const distances = edgeDistances(layers);
  const edge = EDGE * unit;
  for (let i = 0; i < layers.data.length; i++) {
    const layer = layers.data[i]!;
    if (layer === LAYER.background) continue;
    const isOpen = known.data[i] === 0;
    let level = isOpen ? around[i]! : Math.max(raised.data[i]!, around[i]! - edge);
    if (isOpen && distances[i]! < edge) {
      const out = 1 - distances[i]! / edge;
      level -= edge * (1 - Math.sqrt(1 - out * out));
    }
    if (layer === LAYER.cloth) level += EASE * unit;
    raised.data[i] = Math.max(LOWEST * unit, level);
  }
  const smooth = spread(raised, inside, SOFTNESS * unit, 0);
  for (let i = 0; i < layers.data.length; i++) {
    if (layers.data[i] === LAYER.background) smooth.data[i] = 0;
  }
  return smooth;
}
