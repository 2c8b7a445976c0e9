import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { Roles } from '../roles/role.ts';
import { createServerApp } from './create-server-app.ts';
import { createWorkers } from './create-workers.ts';
import { findWebRoot } from './find-web-root.ts';
import { keepHouse } from './keep-house.ts';
import { listen } from './listen.ts';
import type { Pipeline } from './load-pipeline.ts';
import { openAccounts } from './open-accounts.ts';
import { openServices } from './services.ts';
import { startServerEngines } from './start-server-engines.ts';

/** A server that runs. */
export interface RunningServer {
  /** Where it listens. */
  readonly address: string;
  /**
   * Takes no more jobs, lets requests and jobs under way finish, and closes everything.
   *
   * @param graceMs after this long, jobs are handed back to the queue.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Puts together in one process what its roles need; all of them make the whole house.
 *
 * @throws {UsageError} when its port or its data folder is another process's.
 */
export async function composeServer(
  pipeline: Pipeline,
  roles: Roles,
  logger: Logger,
): Promise<RunningServer> {
  const closers = new AsyncDisposableStack();
  try {
    const services = await openServices(pipeline, logger, closers);
    const engines = await startServerEngines(services, roles, closers);
    const workers = await createWorkers(services, roles, engines.work, closers);
    const accounts = roles.has('gateway') ? await openAccounts(services, closers) : null;
    const app = await createServerApp(services, engines, accounts, await findWebRoot());
    closers.defer(() => app.close());
    const { HOST, PORT } = pipeline.settings;
    const address = await listen(app, HOST, PORT);

    for (const worker of workers) worker.start();
    const house = new AbortController();
    const keeping = keepHouse(services, roles, accounts, house.signal);
    return {
      address,
      async close(graceMs) {
        house.abort();
        await Promise.all([keeping, ...workers.map((worker) => worker.stop(graceMs))]);
        await closers.disposeAsync();
      },
    };
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}
