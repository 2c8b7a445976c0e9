import type { ErrorDetail } from '@proteus/contracts/errors.ts';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { EngineTask, TaskResults } from './task.ts';

/** A task under the name by which the engine answers for it. */
export interface NamedTask {
  readonly id: number;
  readonly task: EngineTask;
}

/** What the parent says to an engine. One pass is under way at a time. */
export type EngineCommand =
  /** Tasks to be done one after the other; each is answered for as soon as it has ended. */
  | { readonly kind: 'run'; readonly tasks: readonly NamedTask[] }
  | { readonly kind: 'cancel'; readonly id: number };

/** An error on its way between two processes. */
export interface TransferredError {
  /** A code of the error table, or null for an unexpected error. */
  readonly code: string | null;
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
  readonly stage?: string;
  /** Stack and causes as text, for the log. */
  readonly trace: string;
}

/** What an engine says to its parent. */
export type EngineReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'heartbeat'; readonly rss: number }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: StageProgress }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly value: TaskResults[EngineTask['type']];
    }
  | { readonly kind: 'failure'; readonly id: number; readonly error: TransferredError };

/** How often an engine says that its event loop is alive. */
export const HEARTBEAT_INTERVAL_MS = 1_000;
