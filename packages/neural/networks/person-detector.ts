/** Side of the square picture that the detector looks at. */
export const DETECTOR_INPUT_SIZE = 224;

/** One person in the detector's square; all lengths are shares of its side, 0 to 1 inside. */
export interface PersonDetection {
  /** 0 to 1. */
  readonly score: number;
  /** Box around the head and shoulders. */
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  /** Middle of the hips. */
  readonly hipX: number;
  readonly hipY: number;
  /** A point on the circle around the whole body, straight above the hips as the person stands. */
  readonly circleX: number;
  readonly circleY: number;
}

/** Finds people; replaceable like the landmark network. */
export interface PersonDetector {
  /**
   * @param input 224 × 224 × 3, red, green, blue, each 0 to 1.
   * @returns one entry a person, surest first.
   */
  run(input: Float32Array, signal: AbortSignal): Promise<readonly PersonDetection[]>;
}
