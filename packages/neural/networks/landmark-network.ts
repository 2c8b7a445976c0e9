/** Side of the square picture that the network looks at. */
export const LANDMARK_INPUT_SIZE = 256;

/** 33 body landmarks, 2 that place the next crop (33: hip centre, 34: on the circle), 4 spare. */
export const RAW_LANDMARK_COUNT = 39;

/** Values of one landmark in `RawLandmarks.landmarks`: x, y, z, visibility, presence. */
export const RAW_LANDMARK_VALUES = 5;

/** Side of the heat maps. */
export const HEAT_MAP_SIZE = 64;

/** What a body landmark network of BlazePose's kind says about one crop. */
export interface RawLandmarks {
  /**
   * 39 × (x, y, z, visibility, presence): x and y in pixels of the crop (0 to 256), z in the same
   * unit, visibility and presence as logits.
   */
  readonly landmarks: Float32Array;
  /** Probability that the crop shows a person, 0 to 1. */
  readonly score: number;
  /** 256 × 256 logits: does the pixel belong to the person? */
  readonly mask: Float32Array;
  /** 64 × 64 × 39 logits, landmarks innermost: where each landmark lies. */
  readonly heatMaps: Float32Array;
  /** 39 × (x, y, z) in metres around the hips' centre. */
  readonly worldLandmarks: Float32Array;
}

/** A landmark network; the pipeline knows only this and can be given another one. */
export interface LandmarkNetwork {
  /** @param input 256 × 256 × 3, red, green, blue, each 0 to 1. */
  run(input: Float32Array, signal: AbortSignal): Promise<RawLandmarks>;
}
