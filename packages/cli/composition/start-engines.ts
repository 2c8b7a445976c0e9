import type { Settings } from '@proteus/contracts/config/settings.ts';
import { EnginePool, type EnginePoolOptions } from '@proteus/workers/engine/engine-pool.ts';
import { engineThreads } from './engine-threads.ts';
import { preparedNetworksFolder } from './prepared-networks-folder.ts';

const START_LIMIT_MS = 30_000;
/** The longest step that holds an engine's event loop is a part of a second; this leaves room. */
const HEARTBEAT_LIMIT_MS = 20_000;
const CANCEL_GRACE_MS = 1_500;
/** An engine that has grown to this share of its limit is replaced between two jobs. */
const RECYCLE_SHARE = 0.6;

/** Starts engine processes as the settings want them. */
export async function startEngines(
  settings: Settings,
  options: Pick<EnginePoolOptions, 'size' | 'warmUp'> &
    Partial<Pick<EnginePoolOptions, 'onRestart' | 'onOutput' | 'maxWaiting' | 'cache'>>,
): Promise<EnginePool> {
  const memoryBytes = settings.ENGINE_MEMORY_MB * 2 ** 20;
  return await EnginePool.start({
    entry: new URL(import.meta.resolve('@proteus/workers/engine/main.ts')),
    threads: engineThreads(options.size),
    modelsDirectory: settings.MODELS_DIR ?? null,
    preparedFolder: preparedNetworksFolder(settings),
    limits: {
      startMs: START_LIMIT_MS,
      heartbeatMs: HEARTBEAT_LIMIT_MS,
      memoryBytes,
      cancelGraceMs: CANCEL_GRACE_MS,
    },
    recycleBytes: memoryBytes * RECYCLE_SHARE,
    maxWaiting: 16,
    onRestart: () => {},
    onOutput: () => {},
    ...options,
  });
}
