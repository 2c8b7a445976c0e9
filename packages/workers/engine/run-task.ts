import { flushCompileCache } from 'node:module';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { normalisePicture } from '@proteus/platform/pictures/normalise-picture.ts';
import type { Pass } from './pass.ts';
import type { PoseNetworkOptions } from './pose-networks.ts';
import type { PipelineTaskRunner } from './run-pipeline-task.ts';
import type { SpareWork } from './spare-time.ts';
import type { EngineTask, TaskResults } from './task.ts';

export interface TaskContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: StageProgress) => void;
  /** What the tasks done together have in common. */
  readonly pass?: Pass;
  /** Takes what may be done when there are no tasks. */
  readonly whenIdle?: (work: SpareWork) => void;
}

export interface TaskRunnerOptions extends PoseNetworkOptions {
  /** Where analyses are kept; null = nowhere. */
  readonly cache: ByteCache | null;
}

/** Does one task of any kind. */
export type TaskRunner = (
  task: EngineTask,
  context: TaskContext,
) => Promise<TaskResults[EngineTask['type']]>;

/**
 * Does any task, inside the engine process; networks stay loaded from one task to the next. The pipeline's code is
 * loaded when the first task needs it: engines that only take pictures in and hand them out never do.
 */
export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  let pipeline: Promise<PipelineTaskRunner> | null = null;
  return async (task, context) => {
    switch (task.type) {
      case 'normalise':
        return await normalisePicture(task.bytes, task.limits, context.signal);
      case 'encode':
        return await encodePicture(task.bytes, task.options);
      default:
        pipeline ??= loadPipeline(options);
        return await (await pipeline)(task, context);
    }
  };
}

async function loadPipeline(options: TaskRunnerOptions): Promise<PipelineTaskRunner> {
  const { createPipelineTaskRunner } = await import('./run-pipeline-task.ts');
  // Node would keep the code on leaving, but an engine is killed. Does nothing where no folder was given.
  flushCompileCache();
  return createPipelineTaskRunner(options);
}
