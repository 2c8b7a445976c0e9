import type { Rectangle } from '@proteus/raster/crop.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import type { Composition } from './providers/local/composition.ts';
import type { HeightField } from './stages/geometry/height-field.ts';
import type { MeshDistortion } from './stages/warp/mesh/mesh-distortion.ts';
import type { WarpedPart } from './stages/warp/warped-garment.ts';

/** One person dressed once: what to paint, and what the gate wants to know of it. */
export interface Dressing extends Composition {
  /** The part of the working picture that may change; everything below lies in its pixels. */
  readonly window: Rectangle;
  /** The person's analysis, cropped to the window. */
  readonly person: PersonAnalysis;
  /** The bent garment's parts from back to front. */
  readonly parts: readonly WarpedPart[];
  /** How far any of the parts covers each pixel, 0 to 1. */
  readonly cover: Plane;
  /** Whether a top goes under the lower clothes. */
  readonly isTucked: boolean;
  readonly distortion: MeshDistortion;
  /** Relief of the whole dressed person; null unless it was asked for. */
  readonly geometry: HeightField | null;
}
