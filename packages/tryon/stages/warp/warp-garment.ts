import type { Rectangle } from '@proteus/raster/crop.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { sharedMipmaps } from '@proteus/raster/mipmaps.ts';
import { remapPlane } from '@proteus/raster/remap-plane.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import { type BentGarment, drawCloth, drawPartMap, partAlpha } from './bent-garment.ts';
import type { Fit } from './fit/fit.ts';
import { gradeRest } from './fit/length-grade.ts';
import { solveAsRigidAsPossible } from './mesh/as-rigid-as-possible.ts';
import { bindConstraints } from './mesh/bind-constraints.ts';
import { buildGarmentMesh } from './mesh/garment-mesh.ts';
import { placeBySimilarity } from './mesh/initial-placement.ts';
import { measureMeshDistortion } from './mesh/mesh-distortion.ts';
import { collectMeshEdges } from './mesh/mesh-edges.ts';
import type { WarpedGarment, WarpedPart } from './warped-garment.ts';

/** Width of the back collar's soft upper edge in garment pixels. */
const COLLAR_EDGE = 4;

/**
 * Parts the torso's opacity into what lies before the body and the inside of the back collar. The
 * back collar's own soft upper edge belongs to the inside, or a line of it would cross the neck.
 */
function splitInnerCollar(garment: UpperBodyGarment, alpha: Plane): { outer: Plane; inner: Plane } {
  const { width, height, data } = alpha;
  const collar = garment.innerCollar.data;
  let first = 0;
  while (first < collar.length && !(collar[first]! > 0)) first++;
  const inner = new Float32Array(data.length);
  if (first === collar.length) return { outer: alpha, inner: { width, height, data: inner } };
  // Elsewhere nothing is of the collar's inside; the dilations look a collar's edge further.
  let last = collar.length - 1;
  while (!(collar[last]! > 0)) last--;
  const top = Math.max(0, Math.floor(first / width) - 2 * COLLAR_EDGE);
  const bottom = Math.min(height, Math.floor(last / width) + 1 + 2 * COLLAR_EDGE);
  const from = top * width;
  const count = bottom * width - from;
  const inside = new Uint8Array(count);
  const outside = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (collar[from + i]! > 0.3) inside[i] = 255;
    if (garment.alpha.data[from + i]! < 0.5) outside[i] = 255;
  }
  const band = { width, height: bottom - top };
  const nearInside = dilate({ ...band, data: inside }, COLLAR_EDGE).data;
  const nearOutside = dilate({ ...band, data: outside }, COLLAR_EDGE).data;
  const outer = data.slice();
  for (let i = 0, at = from; i < count; i++, at++) {
    const isEdge = nearInside[i] !== 0 && nearOutside[i] !== 0;
    const share = isEdge ? 1 : collar[at]!;
    inner[at] = data[at]! * share;
    outer[at] = data[at]! * (1 - share);
  }
  return { outer: { width, height, data: outer }, inner: { width, height, data: inner } };
}

/** Bends the flat garment's mesh into the shape that the fit asks for. */
export function bendGarment(
  garment: UpperBodyGarment,
  fit: Fit,
  signal: AbortSignal,
  moreRounds = 0,
): BentGarment {
  const mesh = buildGarmentMesh(garment);
  const edges = collectMeshEdges(mesh, fit.stretch, gradeRest(mesh.rest, fit.lengthGrade));
  const bound = bindConstraints(mesh, fit.constraints);
  const start = placeBySimilarity(mesh, fit.constraints);
  const positions = solveAsRigidAsPossible(edges, bound, start, signal, moreRounds);
  return { mesh, positions, distortion: measureMeshDistortion(mesh, positions, fit.stretch) };
}

/**
 * Draws a bent garment's parts.
 *
 * @param window the part of the working picture to draw.
 */
export function drawBentGarment(
  garment: UpperBodyGarment,
  bent: BentGarment,
  window: Rectangle,
  signal: AbortSignal,
): WarpedGarment {
  const { mesh } = bent;
  const drawMap = (part: number) => drawPartMap(bent, window, part);
  const mipmaps = sharedMipmaps(garment.colour);
  const drawSleeve = (part: number): WarpedPart | null => {
    signal.throwIfAborted();
    if (!mesh.parts.includes(part)) return null;
    const map = drawMap(part);
    return {
      ...drawCloth(garment, map, mipmaps),
      alpha: remapPlane(partAlpha(garment, part), map),
    };
  };

  const { outer, inner } = splitInnerCollar(garment, partAlpha(garment, GARMENT_PART.torso));
  const map = drawMap(GARMENT_PART.torso);
  return {
    torso: { ...drawCloth(garment, map, mipmaps), alpha: remapPlane(outer, map) },
    innerCollar: remapPlane(inner, map),
    sleeves: {
      left: drawSleeve(GARMENT_PART.leftSleeve),
      right: drawSleeve(GARMENT_PART.rightSleeve),
    },
    distortion: bent.distortion,
  };
}
