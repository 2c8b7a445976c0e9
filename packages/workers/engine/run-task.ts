import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { normalisePicture } from '@proteus/platform/pictures/normalise-picture.ts';
import { cleanFile } from './clean-file.ts';
import { parseFile } from './parse-file.ts';
import type { Pass } from './pass.ts';
import { pipelineVersion } from './pipeline-version.ts';
import { createPoseNetworks, type PoseNetworkOptions } from './pose-networks.ts';
import { rehearse } from './rehearse.ts';
import type { SpareWork } from './spare-time.ts';
import type { EngineTask, TaskResults, TryOnTask } from './task.ts';
import { tryOnFiles } from './try-on-files.ts';

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

/** Does any task, inside the engine process; networks stay loaded from one task to the next. */
export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const networks = createPoseNetworks(options);
  const kept = options.cache && {
    bytes: options.cache,
    version: pipelineVersion(options.modelsDirectory),
  };
  const dressForNobody = (task: TryOnTask, signal: AbortSignal) =>
    tryOnFiles(task, { networks, kept: null }, { signal, onProgress: () => {} });
  return async (task, context) => {
    switch (task.type) {
      case 'normalise':
        return await normalisePicture(task.bytes, task.limits, context.signal);
      case 'encode':
        return await encodePicture(task.bytes, task.options);
      case 'warm-up':
        await networks.warm(task.config.pose.network, context.signal);
        for (const work of task.rehearsal
          ? rehearse(task.rehearsal, task.config, dressForNobody)
          : []) {
          if (task.rehearsal?.when === 'now') await work(context.signal);
          else context.whenIdle?.(work);
        }
        return null;
      case 'parse':
        return await parseFile(task, { networks, kept }, context);
      case 'clean':
        return await cleanFile(task, { networks, kept }, context);
      case 'try-on':
        return await tryOnFiles(task, { networks, kept }, context);
    }
  };
}
