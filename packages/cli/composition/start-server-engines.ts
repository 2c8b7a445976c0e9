import type { EngineHealth } from '@proteus/gateway/dependencies.ts';
import type { Metrics } from '@proteus/gateway/metrics/metrics.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import { analysisFolder } from './analysis-folder.ts';
import type { Pipeline } from './load-pipeline.ts';
import { startEngines } from './start-engines.ts';

/** The engines of a server: uploads must not wait behind try-ons, hence two pools. */
export interface ServerEngines {
  readonly tryOn: EnginePool;
  readonly pictures: EnginePool;
  health(): EngineHealth;
}

const PICTURE_ENGINES = 2;
const WAITING_PICTURES = 256;

export async function startServerEngines(
  { settings, config }: Pipeline,
  metrics: Metrics,
  logger: Logger,
  closers: AsyncDisposableStack,
): Promise<ServerEngines> {
  const common = {
    onRestart: (cause: unknown) => {
      metrics.engineRestarted();
      logger.warn({ cause: String(cause) }, 'an engine is replaced');
    },
    onOutput: (text: string) => logger.warn({ text: text.slice(0, 2_000) }, 'an engine wrote'),
  };
  const [tryOn, pictures] = await Promise.all([
    startEngines(settings, {
      ...common,
      size: settings.ENGINE_PROCESSES,
      warmUp: { type: 'warm-up', config },
      cache: {
        memoryBytes: settings.ENGINE_CACHE_MB * 2 ** 20,
        shared: analysisFolder(settings),
      },
    }),
    startEngines(settings, {
      ...common,
      size: PICTURE_ENGINES,
      maxWaiting: WAITING_PICTURES,
      warmUp: null,
    }),
  ]);
  closers.defer(() => tryOn.close());
  closers.defer(() => pictures.close());
  return {
    tryOn,
    pictures,
    health() {
      const [work, decode] = [tryOn.health(), pictures.health()];
      return { idle: work.idle, busy: work.busy, rss: work.rss + decode.rss };
    },
  };
}
