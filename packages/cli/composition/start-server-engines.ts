import type { EngineHealth } from '@proteus/gateway/dependencies.ts';
import { maxBatchOf } from '@proteus/tryon/providers/max-batch.ts';
import type { EnginePool } from '@proteus/workers/engine/engine-pool.ts';
import { MOST_WAITING_JOBS } from '@proteus/workers/job-worker.ts';
import type { Roles } from '../roles/role.ts';
import { analysisFolder } from './analysis-folder.ts';
import { loadRehearsal } from './rehearsal.ts';
import type { Services } from './services.ts';
import { startEngines } from './start-engines.ts';

/** The engines of a process: uploads must not wait behind jobs, hence two pools. */
export interface ServerEngines {
  /** For jobs; null where none are done. */
  readonly work: EnginePool | null;
  /** For pictures that come and go; null where nobody sends any. */
  readonly pictures: EnginePool | null;
  health(): EngineHealth;
}

const PICTURE_ENGINES = 2;
const WAITING_PICTURES = 256;
const WAITING_PARSES = 16;

export async function startServerEngines(
  { settings, config, metrics, logger }: Services,
  roles: Roles,
  closers: AsyncDisposableStack,
): Promise<ServerEngines> {
  const common = {
    onRestart: (cause: unknown) => {
      metrics.engineRestarted();
      logger.warn({ cause: String(cause) }, 'an engine is replaced');
    },
    onOutput: (text: string) => logger.warn({ text: text.slice(0, 2_000) }, 'an engine wrote'),
  };
  const startForWork = async () => {
    const rehearsal = settings.ENGINE_REHEARSAL ? await loadRehearsal(settings, 'idle') : null;
    return await startEngines(settings, {
      ...common,
      size: settings.ENGINE_PROCESSES,
      // For each engine weavers take a batch, whose jobs may all have to run alone, and tailors take a job. Jobs that
      // waited for others come when those have failed; people are parsed between them.
      maxWaiting:
        (maxBatchOf(config.vton.provider) + 1) * settings.ENGINE_PROCESSES +
        MOST_WAITING_JOBS +
        WAITING_PARSES,
      warmUp: { type: 'warm-up', config, ...(rehearsal && { rehearsal }) },
      cache: {
        memoryBytes: settings.ENGINE_CACHE_MB * 2 ** 20,
        shared: analysisFolder(settings),
      },
    });
  };
  const startForPictures = () =>
    startEngines(settings, {
      ...common,
      size: PICTURE_ENGINES,
      maxWaiting: WAITING_PICTURES,
      warmUp: null,
    });
  const [work, pictures] = await Promise.all([
    roles.has('weaver') || roles.has('tailor') ? startForWork() : null,
    roles.has('gateway') ? startForPictures() : null,
  ]);
  const pools = [work, pictures].filter((pool) => pool !== null);
  for (const pool of pools) closers.defer(() => pool.close());
  return {
    work,
    pictures,
    health() {
      const { idle, busy } = (work ?? pictures)?.health() ?? { idle: 0, busy: 0 };
      return { idle, busy, rss: pools.reduce((sum, pool) => sum + pool.health().rss, 0) };
    },
  };
}
