/** A triangle mesh over the flat garment; every triangle belongs to one garment part. */
export interface GarmentMesh {
  /** x, y of each vertex in garment pixels. */
  readonly rest: Float64Array;
  /** Three vertex numbers per triangle. */
  readonly triangles: Uint32Array;
  /** `GARMENT_PART` of each triangle. */
  readonly parts: Uint8Array;
}
