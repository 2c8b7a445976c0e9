/** A network file that Proteus works with. */
export interface KnownModel {
  /** The name of the file. */
  readonly name: string;
  /** The npm package that brings it, and the path inside. */
  readonly packagedAt: string;
  /** Of the file, in hex. */
  readonly sha256: string;
}

/** Every network file, by the name under which it is asked for. */
export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: 'pose_landmark_lite.tflite',
    packagedAt: '@mediapipe/pose/pose_landmark_lite.tflite',
    sha256: 'f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61',
  },
  {
    name: 'pose_landmark_full.tflite',
    packagedAt: '@mediapipe/pose/pose_landmark_full.tflite',
    sha256: 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f',
  },
  {
    name: 'pose_landmark_heavy.tflite',
    packagedAt: '@mediapipe/pose/pose_landmark_heavy.tflite',
    sha256: '59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe',
  },
  {
    // The detector, under the name that the package gives it.
    name: 'pose_solution_packed_assets.data',
    packagedAt: '@mediapipe/pose/pose_solution_packed_assets.data',
    sha256: 'a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85',
  },
];
