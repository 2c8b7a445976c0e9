import type { Plane, RgbImage } from '@proteus/raster/types.ts';
import type { MeshDistortion } from './mesh/mesh-distortion.ts';

/** One part of the garment laid onto the person, at the working picture's size. */
export interface WarpedPart {
  readonly colour: RgbImage;
  /** 0 to 1. */
  readonly alpha: Plane;
  /** Opacity of the cloth itself, 0 to 1; missing where all of it is solid. */
  readonly sheer?: Plane;
}

/** The garment laid onto the person, part by part. */
export interface WarpedGarment {
  readonly torso: WarpedPart;
  /** Opacity of the inner back collar, whose colour is the torso's. */
  readonly innerCollar: Plane;
  /** The sleeves at the picture's left and right; null = none. */
  readonly sleeves: { readonly left: WarpedPart | null; readonly right: WarpedPart | null };
  readonly distortion: MeshDistortion;
}
