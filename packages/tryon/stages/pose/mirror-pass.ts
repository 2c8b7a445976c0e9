import {
  LANDMARK_INPUT_SIZE,
  RAW_LANDMARK_COUNT,
  RAW_LANDMARK_VALUES,
} from '@proteus/neural/networks/landmark-network.ts';

/** Each landmark's counterpart on the other side of the body; 33 to 38 lie on the axis or have none. */
const COUNTERPART: readonly number[] = [
  0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15, 18, 17, 20, 19, 22, 21, 24, 23, 26, 25,
  28, 27, 30, 29, 32, 31, 33, 34, 35, 36, 37, 38,
];

/** Mirrors interleaved rows left to right, `channels` values a pixel. */
export function mirrorCrop(values: Float32Array, channels: number): Float32Array {
  const side = LANDMARK_INPUT_SIZE;
  const mirrored = new Float32Array(values.length);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const from = (row * side + column) * channels;
      const to = (row * side + side - 1 - column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        mirrored[to + channel] = values[from + channel]!;
      }
    }
  }
  return mirrored;
}

/** What the landmarks of a mirrored crop say about the crop itself: sides swapped, x turned round. */
export function mirrorLandmarks(landmarks: Float32Array): Float32Array {
  const mirrored = new Float32Array(landmarks.length);
  for (let index = 0; index < RAW_LANDMARK_COUNT; index++) {
    const from = COUNTERPART[index]! * RAW_LANDMARK_VALUES;
    const to = index * RAW_LANDMARK_VALUES;
    mirrored.set(landmarks.subarray(from, from + RAW_LANDMARK_VALUES), to);
    mirrored[to] = LANDMARK_INPUT_SIZE - landmarks[from]!;
  }
  return mirrored;
}

/** What the sureness of a mirrored crop's landmarks says about the crop itself. */
export function mirrorSureness(sureness: Float32Array): Float32Array {
  return sureness.map((_, index) => sureness[COUNTERPART[index]!]!);
}
