import { ProteusError } from '@proteus/contracts/errors.ts';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { unreadableModel } from '../unreadable-model.ts';
import type { FloatTensors } from './float-tensor.ts';
import type { PreparedModel } from './prepared-model.ts';
import { releaseBytes } from './release-bytes.ts';

/** How a network is loaded and run. */
export interface OnnxSessionOptions {
  /**
   * Brings the `.onnx` bytes and hands them over: they are emptied once loaded. Called again when a load
   * failed and the session is used again.
   */
  readonly load: (signal: AbortSignal) => Promise<Uint8Array>;
  /** Threads of one run. @default 2 */
  readonly threads?: number;
  /** Where the network is kept once it is laid out, for the next process. */
  readonly prepared?: PreparedModel;
}

/**
 * A network that is loaded once, on first use, and stays until it is disposed of. A run blocks its
 * thread (onnxruntime-node), so sessions belong into an engine process.
 */
export interface OnnxSession {
  /** Loads now instead of at the first run. */
  warm(signal: AbortSignal): Promise<void>;
  /**
   * @throws {ProteusError} `MODEL_UNREADABLE` when onnxruntime refuses the file or the inputs.
   * @throws the signal's reason when it was aborted before the run began.
   */
  run(inputs: FloatTensors, signal: AbortSignal): Promise<FloatTensors>;
  /** Releases the native memory; later calls of `run` and `warm` fail. Safe to call twice. */
  dispose(): Promise<void>;
}

const SESSION_ENTRIES = {
  session: {
    // Threads that wait for work must not burn the cores that other stages need.
    intra_op: { allow_spinning: '0' },
    // Weights packed once more gain no time that could be measured, but cost their size in memory.
    disable_prepacking: '1',
  },
};

/** The weights are not copied out of the bytes that onnxruntime is given. */
const IN_PLACE = { use_ort_model_bytes_directly: '1', use_ort_model_bytes_for_initializers: '1' };

/** Those bytes, kept as long as the session that points into them. */
const usedInPlace = new WeakMap<InferenceSession, Uint8Array>();

type NativeOptions = InferenceSession.SessionOptions;

function nativeOptions(threads: number): NativeOptions {
  return {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 3,
    enableCpuMemArena: false,
    // A pattern allocates all values of a run as one block, which lands where no plane fits any more.
    enableMemPattern: false,
    extra: SESSION_ENTRIES,
  };
}

async function createNative(model: Uint8Array, options: NativeOptions): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model, options);
  } catch (cause) {
    throw unreadableModel('onnxruntime refuses it', cause);
  }
}

/** Lays a network out and keeps it. */
async function prepare(
  { load, prepared }: OnnxSessionOptions,
  options: NativeOptions,
  signal: AbortSignal,
): Promise<void> {
  await prepared?.write(async (path) => {
    const bytes = await load(signal);
    const session = await createNative(bytes, {
      ...options,
      optimizedModelFilePath: path,
      extra: { session: { ...SESSION_ENTRIES.session, save_model_format: 'ORT' } },
    });
    releaseBytes(bytes);
    await session.release();
  });
}

/** Opens what `prepare` has kept; null when there is nothing, or nothing that onnxruntime takes. */
async function openPrepared(
  { prepared }: OnnxSessionOptions,
  options: NativeOptions,
  signal: AbortSignal,
): Promise<InferenceSession | null> {
  const bytes = (await prepared?.read(signal)) ?? null;
  if (bytes === null) return null;
  try {
    const session = await InferenceSession.create(bytes, {
      ...options,
      graphOptimizationLevel: 'disabled',
      extra: { session: { ...SESSION_ENTRIES.session, ...IN_PLACE } },
    });
    usedInPlace.set(session, bytes);
    return session;
  } catch {
    return null;
  }
}

function toFeeds(inputs: FloatTensors): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { data, shape }]) => [
      name,
      new Tensor('float32', data, shape),
    ]),
  );
}

async function runNative(session: InferenceSession, inputs: FloatTensors) {
  try {
    return await session.run(toFeeds(inputs));
  } catch (cause) {
    throw unreadableModel('onnxruntime cannot run it on these inputs', cause);
  }
}

function fromResults(results: InferenceSession.OnnxValueMapType): FloatTensors {
  return Object.fromEntries(
    Object.entries(results).map(([name, { data, dims }]) => {
      if (!(data instanceof Float32Array)) {
        throw unreadableModel(`its output "${name}" is not float32`);
      }
      return [name, { data, shape: dims }];
    }),
  );
}

/** Makes a session; nothing is loaded yet. */
export function createOnnxSession(options: OnnxSessionOptions): OnnxSession {
  let loading: Promise<InferenceSession> | undefined;
  let disposed = false;

  async function load(signal: AbortSignal): Promise<InferenceSession> {
    const native = nativeOptions(options.threads ?? 2);
    const kept = await openPrepared(options, native, signal);
    if (kept !== null) return kept;
    await prepare(options, native, signal);
    // Kept by us, or by another process that was faster.
    const prepared = await openPrepared(options, native, signal);
    if (prepared !== null) return prepared;
    const bytes = await options.load(signal);
    signal.throwIfAborted();
    const session = await createNative(bytes, native);
    releaseBytes(bytes);
    return session;
  }

  async function native(signal: AbortSignal): Promise<InferenceSession> {
    signal.throwIfAborted();
    if (disposed) {
      throw new ProteusError('INTERNAL', { cause: new Error('the session was disposed of') });
    }
    if (loading === undefined) {
      const attempt = load(signal);
      loading = attempt;
      attempt.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  }

  return {
    async warm(signal) {
      await native(signal);
    },
    async run(inputs, signal) {
      const session = await native(signal);
      signal.throwIfAborted();
      return fromResults(await runNative(session, inputs));
    },
    async dispose() {
      if (disposed) {
        return;
      }
      disposed = true;
      const session = await loading?.catch(() => undefined);
      await session?.release();
    },
  };
}
