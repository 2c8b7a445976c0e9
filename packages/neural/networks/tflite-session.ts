import { createOnnxSession, type OnnxSession } from '../runtime/onnx-session.ts';
import type { PreparedModel } from '../runtime/prepared-model.ts';
import { releaseBytes } from '../runtime/release-bytes.ts';
import { convertTflite } from '../tflite/convert-tflite.ts';

/** Where a network comes from and how it runs. */
export interface TfliteSessionOptions {
  /** Brings the `.tflite` file's bytes and hands them over: they are emptied once converted. */
  readonly load: (signal: AbortSignal) => Promise<Uint8Array>;
  /** Threads of one run. @default 2 */
  readonly threads?: number;
  /** Where the network is kept once it is converted and laid out. */
  readonly prepared?: PreparedModel;
}

/** A session for a TFLite network, converted and loaded on first use, once. */
export function createTfliteSession({ load, ...options }: TfliteSessionOptions): OnnxSession {
  return createOnnxSession({
    load: async (signal) => {
      const file = await load(signal);
      const model = convertTflite(file);
      releaseBytes(file);
      return model;
    },
    ...options,
  });
}
