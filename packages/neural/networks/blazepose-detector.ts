import { unreadableModel } from '../unreadable-model.ts';
import { ANCHOR_COUNT, detectorAnchors } from './detector-anchors.ts';
import { mergeDetections } from './merge-detections.ts';
import {
  DETECTOR_INPUT_SIZE,
  type PersonDetection,
  type PersonDetector,
} from './person-detector.ts';
import { createTfliteSession, type TfliteSessionOptions } from './tflite-session.ts';

/** A detector that holds native memory. */
export interface BlazePoseDetector extends PersonDetector {
  warm(signal: AbortSignal): Promise<void>;
  dispose(): Promise<void>;
}

const INPUT = 'input_1';
const INPUT_SHAPE = [1, DETECTOR_INPUT_SIZE, DETECTOR_INPUT_SIZE, 3];
const BOX_VALUES = 12;
const LEAST_SCORE = 0.5;

function decode(boxes: Float32Array, logits: Float32Array, anchors: Float32Array) {
  const found: PersonDetection[] = [];
  for (let index = 0; index < ANCHOR_COUNT; index++) {
    const score = 1 / (1 + Math.exp(-logits[index]!));
    if (score < LEAST_SCORE) {
      continue;
    }
    const anchorX = anchors[2 * index]!;
    const anchorY = anchors[2 * index + 1]!;
    const value = (slot: number) => boxes[index * BOX_VALUES + slot]! / DETECTOR_INPUT_SIZE;
    found.push({
      score,
      centreX: anchorX + value(0),
      centreY: anchorY + value(1),
      width: value(2),
      height: value(3),
      hipX: anchorX + value(4),
      hipY: anchorY + value(5),
      circleX: anchorX + value(6),
      circleY: anchorY + value(7),
    });
  }
  return found;
}

/**
 * BlazePose's person detector on onnxruntime. Its file inside `@mediapipe/pose` is
 * `pose_solution_packed_assets.data`, which holds nothing but the TFLite network.
 *
 * @see Bazarevsky et al. 2020, "BlazePose: On-device Real-time Body Pose tracking", 2.2.
 */
export function createBlazePoseDetector(options: TfliteSessionOptions): BlazePoseDetector {
  const session = createTfliteSession(options);
  const anchors = detectorAnchors();
  return {
    warm: session.warm,
    dispose: session.dispose,
    async run(input, signal) {
      // The network was trained on -1 to 1.
      const data = input.map((value) => value * 2 - 1);
      const outputs = await session.run({ [INPUT]: { data, shape: INPUT_SHAPE } }, signal);
      const boxes = outputs.Identity?.data;
      const logits = outputs.Identity_1?.data;
      if (boxes?.length !== ANCHOR_COUNT * BOX_VALUES || logits?.length !== ANCHOR_COUNT) {
        throw unreadableModel('it is not the person detector');
      }
      return mergeDetections(decode(boxes, logits, anchors));
    },
  };
}
