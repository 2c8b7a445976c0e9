import type { FloatTensors } from '../runtime/float-tensor.ts';
import { unreadableModel } from '../unreadable-model.ts';
import {
  HEAT_MAP_SIZE,
  LANDMARK_INPUT_SIZE,
  type LandmarkNetwork,
  RAW_LANDMARK_COUNT,
  RAW_LANDMARK_VALUES,
} from './landmark-network.ts';
import { createTfliteSession, type TfliteSessionOptions } from './tflite-session.ts';

/** A network that holds native memory. */
export interface BlazePoseLandmarks extends LandmarkNetwork {
  warm(signal: AbortSignal): Promise<void>;
  dispose(): Promise<void>;
}

const INPUT = 'input_1';
const INPUT_SHAPE = [1, LANDMARK_INPUT_SIZE, LANDMARK_INPUT_SIZE, 3];
const WORLD_VALUES = 3;

function output(outputs: FloatTensors, name: string, length: number): Float32Array {
  const data = outputs[name]?.data;
  if (data?.length !== length) {
    throw unreadableModel(`its output "${name}" has ${data?.length} values instead of ${length}`);
  }
  return data;
}

/**
 * BlazePose's landmark network (GHUM 3D, the three sizes alike: `pose_landmark_{lite,full,heavy}.tflite`) on
 * onnxruntime; converted and loaded on first use, once.
 *
 * @see Bazarevsky et al. 2020, "BlazePose: On-device Real-time Body Pose tracking".
 */
export function createBlazePoseLandmarks(options: TfliteSessionOptions): BlazePoseLandmarks {
  const session = createTfliteSession(options);
  return {
    warm: session.warm,
    dispose: session.dispose,
    async run(input, signal) {
      const outputs = await session.run({ [INPUT]: { data: input, shape: INPUT_SHAPE } }, signal);
      return {
        landmarks: output(outputs, 'Identity', RAW_LANDMARK_COUNT * RAW_LANDMARK_VALUES),
        score: output(outputs, 'Identity_1', 1)[0]!,
        mask: output(outputs, 'Identity_2', LANDMARK_INPUT_SIZE ** 2),
        heatMaps: output(outputs, 'Identity_3', HEAT_MAP_SIZE ** 2 * RAW_LANDMARK_COUNT),
        worldLandmarks: output(outputs, 'Identity_4', RAW_LANDMARK_COUNT * WORLD_VALUES),
      };
    },
  };
}
