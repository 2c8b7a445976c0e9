import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import {
  type BlazePoseLandmarks,
  createBlazePoseLandmarks,
} from '@proteus/neural/networks/blazepose-landmarks.ts';
import { readModel } from '@proteus/platform/models/read-model.ts';

type NetworkName = PipelineConfig['pose']['network'];

export interface PoseNetworkOptions {
  readonly threads: number;
  /** Folder of network files, or null for those inside the packages. */
  readonly modelsDirectory: string | null;
}

/** BlazePose's networks of one process: each loaded when first asked for, then kept. */
export interface PoseNetworks {
  get(name: NetworkName): BlazePoseLandmarks;
  warm(name: NetworkName, signal: AbortSignal): Promise<void>;
}

export function createPoseNetworks({ threads, modelsDirectory }: PoseNetworkOptions): PoseNetworks {
  const networks = new Map<NetworkName, BlazePoseLandmarks>();
  const get = (name: NetworkName): BlazePoseLandmarks => {
    const known = networks.get(name);
    if (known) return known;
    const network = createBlazePoseLandmarks({
      load: (signal) => readModel(`pose_landmark_${name}.tflite`, modelsDirectory, signal),
      threads,
    });
    networks.set(name, network);
    return network;
  };
  return { get, warm: (name, signal) => get(name).warm(signal) };
}
