import type { CoordinateMap } from '@proteus/raster/coordinate-map.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { rasteriseMesh } from '@proteus/raster/rasterise-mesh.ts';
import { remapPlane } from '@proteus/raster/remap-plane.ts';
import { remapRgb } from '@proteus/raster/remap-rgb.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';
import type { GarmentMesh } from './mesh/mesh.ts';
import type { MeshDistortion } from './mesh/mesh-distortion.ts';
import type { WarpedPart } from './warped-garment.ts';

/** Parts reach this far over their seams, so that no gap opens between them. */
const SEAM_OVERLAP = 3;

/** A flat garment bent to lie on the person. */
export interface BentGarment {
  readonly mesh: GarmentMesh;
  /** x, y of each vertex in pixels of the working picture. */
  readonly positions: Float64Array;
  readonly distortion: MeshDistortion;
}

/** Opacity of one part of the flat garment, with a little of its neighbours at the seams. */
export function partAlpha(garment: GarmentAnalysis, part: number): Plane {
  const { width, height, data } = garment.parts;
  const own = createMask(width, height);
  for (let i = 0; i < data.length; i++) if (data[i] === part) own.data[i] = 255;
  const grown = dilate(own, SEAM_OVERLAP);
  const alpha = new Float32Array(width * height);
  for (let i = 0; i < alpha.length; i++) {
    // Over the outer edge the garment's own soft alpha counts; over a seam the part's reach.
    if (grown.data[i] !== 0) alpha[i] = garment.alpha.data[i]!;
  }
  return { width, height, data: alpha };
}

/** Where in the flat garment each pixel of a window comes from, for one part. */
export function drawPartMap(bent: BentGarment, window: Rectangle, part: number): CoordinateMap {
  const { mesh, positions } = bent;
  const vertices = new Float32Array(positions.length);
  for (let i = 0; i < vertices.length; i += 2) {
    vertices[i] = positions[i]! - window.x;
    vertices[i + 1] = positions[i + 1]! - window.y;
  }
  const textured = { vertices, texture: Float32Array.from(mesh.rest), triangles: mesh.triangles };
  return rasteriseMesh(textured, window, {
    triangleMask: mesh.parts.map((own) => (own === part ? 1 : 0)),
  });
}

/**
 * Colour of the cloth, and its own opacity where it has any, where a map takes it from.
 *
 * @param mipmaps of the garment's colour, which all parts share.
 */
export function drawCloth(
  garment: GarmentAnalysis,
  map: CoordinateMap,
  mipmaps: (levels: number) => readonly RgbImage[],
): Pick<WarpedPart, 'colour' | 'sheer'> {
  return {
    colour: remapRgb(garment.colour, map, mipmaps),
    ...(garment.sheer && { sheer: remapPlane(garment.sheer, map) }),
  };
}
