import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DrawAnswer, DrawTask } from './draw-task.ts';
import { SAMPLE_GARMENTS } from './garments.ts';
import { SAMPLE_PEOPLE } from './people.ts';

export interface DrawOptions {
  /** Called after each picture with the share that is done, 0 to 1. */
  readonly onProgress?: (progress: number) => void;
  readonly signal?: AbortSignal;
  /** Names of the samples to draw; all when left out. */
  readonly only?: readonly string[];
}

/** A picture takes some seconds; a worker that is silent for longer than this is stuck. */
const TIME_LIMIT_MS = 120_000;

const MOST_WORKERS = 8;

function tasksFor(directory: string, only: readonly string[] | undefined): readonly DrawTask[] {
  const task = (kind: DrawTask['kind'], name: string): DrawTask => ({
    kind,
    name,
    file: path.join(directory, kind, `${name}.jpg`),
  });
  return [
    ...SAMPLE_PEOPLE.map((spec) => task('people', spec.name)),
    ...SAMPLE_GARMENTS.map((spec) => task('garments', spec.name)),
  ].filter(({ name }) => only?.includes(name) ?? true);
}

/** Has one worker draw one picture after another until none is left. */
function drain(
  next: () => DrawTask | undefined,
  onDone: () => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./draw-worker.ts', import.meta.url));
    let timer: NodeJS.Timeout | undefined;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.removeAllListeners('exit');
      worker.terminate().then(settle, settle);
    };
    const fail = (error: unknown): void => finish(() => reject(error));
    const onAbort = (): void => fail(signal.reason);
    const proceed = (): void => {
      clearTimeout(timer);
      const task = next();
      if (task === undefined) {
        finish(resolve);
        return;
      }
      timer = setTimeout(
        () => fail(new Error(`Drawing ${task.name} took too long`)),
        TIME_LIMIT_MS,
      );
      worker.postMessage(task);
    };
    worker.on('message', ({ file, error }: DrawAnswer) => {
      if (error !== null) {
        fail(new Error(`Could not draw ${file}: ${error}`));
        return;
      }
      onDone();
      proceed();
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`The drawing worker ended with code ${code}`)));
    signal.addEventListener('abort', onAbort, { once: true });
    proceed();
  });
}

/**
 * Draws the sample pictures into `people/` and `garments/` of a directory, in parallel workers.
 *
 * @returns the files written, people first.
 * @throws {Error} when a picture cannot be drawn or written; the signal's reason when aborted.
 */
export async function drawSamples(
  directory: string,
  options: DrawOptions = {},
): Promise<readonly string[]> {
  const tasks = tasksFor(directory, options.only);
  options.signal?.throwIfAborted();
  await Promise.all(
    ['people', 'garments'].map((kind) => mkdir(path.join(directory, kind), { recursive: true })),
  );
  options.signal?.throwIfAborted();
  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])]);
  let started = 0;
  let done = 0;
  const onDone = (): void => {
    done++;
    options.onProgress?.(done / tasks.length);
  };
  const workers = Math.min(availableParallelism(), MOST_WORKERS, tasks.length);
  await Promise.all(
    Array.from({ length: workers }, () =>
      drain(() => tasks[started++], onDone, signal).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  return tasks.map((task) => task.file);
}
