import type { RunOptions } from './engine/engine-process.ts';
import type { TryOnOutcome, TryOnTask } from './engine/task.ts';
import type { PassItem } from './engine/task-pass.ts';

/** Does several try-ons in one pass. */
export interface PassRunner {
  /** Try-ons that a pass may have. */
  readonly maxBatch: number;
  /**
   * @returns the ends in the order of the items; one that fails takes no other along, but all that are pending
   *   fail with a `BrokenPassError` when their engine ends.
   */
  runPass(items: readonly PassItem<TryOnTask>[]): readonly Promise<TryOnOutcome>[];
}

/** What does the try-ons of jobs. */
export interface WorkEngine {
  /** @throws {ProteusError} as `EnginePool.run`. */
  run(task: TryOnTask, options: RunOptions): Promise<TryOnOutcome>;
  /** Missing where the provider does one at a time. */
  readonly passes?: PassRunner;
}
