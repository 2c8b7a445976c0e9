import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import {
  type BlazePoseDetector,
  createBlazePoseDetector,
} from '@proteus/neural/networks/blazepose-detector.ts';
import {
  type BlazePoseLandmarks,
  createBlazePoseLandmarks,
} from '@proteus/neural/networks/blazepose-landmarks.ts';

import { readModel } from '@proteus/platform/models/read-model.ts';
import { networkVersion } from './network-version.ts';
import { preparedModelInFolder } from './prepared-model-folder.ts';

type NetworkName = PipelineConfig['pose']['network'];

export interface PoseNetworkOptions {
  readonly threads: number;
  /** Folder of network files, or null for those inside the packages. */
  readonly modelsDirectory: string | null;
  /** Where networks are kept as onnxruntime has laid them out; null or left out = nowhere. */
  readonly preparedFolder?: string | null;
}

/** BlazePose's networks of one process: each loaded when first asked for, then kept. */
export interface PoseNetworks {
  readonly detector: BlazePoseDetector;
  landmarks(name: NetworkName): BlazePoseLandmarks;
  warm(name: NetworkName, signal: AbortSignal): Promise<void>;
}

const DETECTOR_FILE = 'pose_solution_packed_assets.data';

export function createPoseNetworks({
  threads,
  modelsDirectory,
  preparedFolder = null,
}: PoseNetworkOptions): PoseNetworks {
  const version = preparedFolder === null ? '' : networkVersion(modelsDirectory);
  const options = (file: string) => ({
    load: (signal: AbortSignal) => readModel(file, modelsDirectory, signal),
    threads,
    ...(preparedFolder === null
      ? {}
      : { prepared: preparedModelInFolder(preparedFolder, file, version) }),
  });
  const detector = createBlazePoseDetector(options(DETECTOR_FILE));
  const networks = new Map<NetworkName, BlazePoseLandmarks>();
  const landmarks = (name: NetworkName): BlazePoseLandmarks => {
    const known = networks.get(name);
    if (known) return known;
    const network = createBlazePoseLandmarks(options(`pose_landmark_${name}.tflite`));
    networks.set(name, network);
    return network;
  };
  return {
    detector,
    landmarks,
    async warm(name, signal) {
      await detector.warm(signal);
      await landmarks(name).warm(signal);
    },
  };
}
