import { cleanFile } from './clean-file.ts';
import { parseFile } from './parse-file.ts';
import { pipelineVersion } from './pipeline-version.ts';
import { createPoseNetworks } from './pose-networks.ts';
import { rehearse } from './rehearse.ts';
import type { TaskContext, TaskRunnerOptions } from './run-task.ts';
import type { EncodeTask, EngineTask, NormaliseTask, TaskResults, TryOnTask } from './task.ts';
import { tryOnFiles } from './try-on-files.ts';

/** What needs networks or the pipeline. */
export type PipelineTask = Exclude<EngineTask, NormaliseTask | EncodeTask>;

export type PipelineTaskRunner = (
  task: PipelineTask,
  context: TaskContext,
) => Promise<TaskResults[PipelineTask['type']]>;

/** Does the pipeline's tasks; networks stay loaded from one task to the next. */
export function createPipelineTaskRunner(options: TaskRunnerOptions): PipelineTaskRunner {
  const networks = createPoseNetworks(options);
  const kept = options.cache && {
    bytes: options.cache,
    version: pipelineVersion(options.modelsDirectory),
  };
  const dressForNobody = (task: TryOnTask, signal: AbortSignal) =>
    tryOnFiles(task, { networks, kept: null }, { signal, onProgress: () => {} });
  return async (task, context) => {
    switch (task.type) {
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
