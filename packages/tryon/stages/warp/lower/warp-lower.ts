import type { Rectangle } from '@proteus/raster/crop.ts';
import { sharedMipmaps } from '@proteus/raster/mipmaps.ts';
import { remapPlane } from '@proteus/raster/remap-plane.ts';
import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import { LOWER_PART } from '../../../garment-analysis.ts';
import { type BentGarment, drawCloth, drawPartMap, partAlpha } from '../bent-garment.ts';
import { solveAsRigidAsPossible } from '../mesh/as-rigid-as-possible.ts';
import { bindConstraints } from '../mesh/bind-constraints.ts';
import { buildLowerMesh } from '../mesh/garment-mesh.ts';
import { placeBySimilarity } from '../mesh/initial-placement.ts';
import { measureMeshDistortion } from '../mesh/mesh-distortion.ts';
import { collectMeshEdges } from '../mesh/mesh-edges.ts';
import type { WarpedPart } from '../warped-garment.ts';
import type { LowerFit } from './lower-fit.ts';

/** Trousers, shorts or a skirt laid onto the person. */
export interface WarpedLower {
  readonly seat: WarpedPart;
  /** The legs at the picture's left and right; null for a skirt. */
  readonly legs: { readonly left: WarpedPart | null; readonly right: WarpedPart | null };
}

/** Bends the flat garment's mesh into the shape that the fit asks for. */
export function bendLower(
  garment: LowerBodyGarment,
  fit: LowerFit,
  signal: AbortSignal,
  moreRounds = 0,
): BentGarment {
  const mesh = buildLowerMesh(garment);
  const edges = collectMeshEdges(mesh, fit.stretch);
  const bound = bindConstraints(mesh, fit.constraints);
  const start = placeBySimilarity(mesh, fit.constraints);
  const positions = solveAsRigidAsPossible(edges, bound, start, signal, moreRounds);
  return { mesh, positions, distortion: measureMeshDistortion(mesh, positions, fit.stretch) };
}

/**
 * Draws a bent garment's parts; the inside of its back waistband, which lies behind the body, is
 * left out.
 *
 * @param window the part of the working picture to draw.
 */
export function drawBentLower(
  garment: LowerBodyGarment,
  bent: BentGarment,
  window: Rectangle,
  signal: AbortSignal,
): WarpedLower {
  const mipmaps = sharedMipmaps(garment.colour);
  const drawPart = (part: number): WarpedPart => {
    signal.throwIfAborted();
    const alpha = partAlpha(garment, part);
    for (let i = 0; i < alpha.data.length; i++) alpha.data[i]! *= 1 - garment.innerWaist.data[i]!;
    const map = drawPartMap(bent, window, part);
    return { ...drawCloth(garment, map, mipmaps), alpha: remapPlane(alpha, map) };
  };
  const drawLeg = (part: number) => (bent.mesh.parts.includes(part) ? drawPart(part) : null);
  return {
    seat: drawPart(LOWER_PART.seat),
    legs: { left: drawLeg(LOWER_PART.leftLeg), right: drawLeg(LOWER_PART.rightLeg) },
  };
}
