import type { EngineOptions } from '../engine-process.ts';
import type { EngineTask } from '../task.ts';

/** Options of the tests' misbehaving engine, with limits that are soon over. */
export const MISBEHAVING: EngineOptions = {
  entry: new URL('./misbehaving-engine.ts', import.meta.url),
  threads: 1,
  modelsDirectory: null,
  limits: { startMs: 20_000, heartbeatMs: 60_000, memoryBytes: 700 * 2 ** 20, cancelGraceMs: 500 },
  onOutput: () => {},
};

/** A task that tells the misbehaving engine what to do. */
export function act(what: string): EngineTask {
  const limits = { maxBytes: 1, maxPixels: 1, minSide: 1, decodeTimeMs: 1 };
  return { type: 'normalise', bytes: Buffer.from(what), limits };
}
