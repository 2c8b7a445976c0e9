/** The engine's program: a child process that does one task after the other for its parent. */
import { createEngineCache } from './engine-cache.ts';
import { createTaskRunner } from './run-task.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks(
  createTaskRunner({
    threads: Number(process.env.PROTEUS_ENGINE_THREADS ?? 1),
    modelsDirectory: process.env.MODELS_DIR ?? null,
    preparedFolder: process.env.PROTEUS_PREPARED_NETWORKS ?? null,
    cache: process.env.PROTEUS_ENGINE_CACHE
      ? createEngineCache(JSON.parse(process.env.PROTEUS_ENGINE_CACHE))
      : null,
  }),
);
