import {
  HEAT_MAP_SIZE,
  LANDMARK_INPUT_SIZE,
  RAW_LANDMARK_COUNT,
  RAW_LANDMARK_VALUES,
  type RawLandmarks,
} from '@proteus/neural/networks/landmark-network.ts';
import { sigmoid } from './sigmoid.ts';

const KERNEL_RADIUS = 3;
const LEAST_CONFIDENCE = 0.5;
const CELL = LANDMARK_INPUT_SIZE / HEAT_MAP_SIZE;

/** Landmarks as their heat maps have them. */
export interface RefinedLandmarks {
  /** 39 × 5, with new x and y. */
  readonly landmarks: Float32Array;
  /** By landmark: how sure its heat map is around where the network put it, 0 to 1. */
  readonly sureness: Float32Array;
}

/**
 * Moves landmarks to the centre of mass of their heat map around where the network put them; a landmark
 * whose map is nowhere sure there stays.
 *
 * @see MediaPipe, `RefineLandmarksFromHeatmapCalculator` (kernel 7, least confidence 0.5).
 */
export function refineLandmarks({ landmarks, heatMaps }: RawLandmarks): RefinedLandmarks {
  const sureness = new Float32Array(RAW_LANDMARK_COUNT);
  const refined = landmarks.slice();
  for (let index = 0; index < RAW_LANDMARK_COUNT; index++) {
    const at = index * RAW_LANDMARK_VALUES;
    const column = Math.floor(landmarks[at]! / CELL);
    const row = Math.floor(landmarks[at + 1]! / CELL);
    if (!(column >= 0 && row >= 0 && column < HEAT_MAP_SIZE && row < HEAT_MAP_SIZE)) {
      continue;
    }
    const lastRow = Math.min(HEAT_MAP_SIZE - 1, row + KERNEL_RADIUS);
    const lastColumn = Math.min(HEAT_MAP_SIZE - 1, column + KERNEL_RADIUS);
    let mass = 0;
    let massX = 0;
    let massY = 0;
    let best = 0;
    for (let y = Math.max(0, row - KERNEL_RADIUS); y <= lastRow; y++) {
      for (let x = Math.max(0, column - KERNEL_RADIUS); x <= lastColumn; x++) {
        const logit = heatMaps[(y * HEAT_MAP_SIZE + x) * RAW_LANDMARK_COUNT + index]!;
        const confidence = sigmoid(logit);
        mass += confidence;
        massX += confidence * x;
        massY += confidence * y;
        best = Math.max(best, confidence);
      }
    }
    sureness[index] = best;
    if (best >= LEAST_CONFIDENCE) {
      refined[at] = (massX / mass) * CELL;
      refined[at + 1] = (massY / mass) * CELL;
    }
  }
  return { landmarks: refined, sureness };
}
