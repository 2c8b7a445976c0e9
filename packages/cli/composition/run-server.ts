import { flushCompileCache } from 'node:module';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import type { Roles } from '../roles/role.ts';
import { EXIT } from '../terminal/exit-status.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { composeServer } from './compose-server.ts';
import type { Pipeline } from './load-pipeline.ts';

/** What handing jobs back and closing everything may take, after the jobs' own time. */
const CLOSING_MS = 8_000;

/**
 * Runs a process until it is told to stop (Ctrl-C, SIGTERM): then it takes no more jobs, those under way have
 * `DRAIN_TIME_MS` to finish in and are handed back after it. A second signal, or a service that does not answer
 * any more, ends it at once; what it held is then back when its lease runs out.
 *
 * @param greet hears where it listens.
 */
export async function runServer(
  pipeline: Pipeline,
  roles: Roles,
  greet: (address: string) => void = () => {},
): Promise<void> {
  const signal = interruptSignal();
  const { LOG_LEVEL, DRAIN_TIME_MS } = pipeline.settings;
  const logger = createLogger({ level: LOG_LEVEL });
  const server = await composeServer(pipeline, roles, logger);
  logger.info({ roles: [...roles], address: server.address }, 'at work');
  greet(server.address);
  // Node would do so on leaving, but a server may be killed.
  flushCompileCache();
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  logger.info('stopping: jobs under way may finish');
  const limit = setTimeout(() => {
    logger.error('stopping takes too long: ending now');
    process.exit(EXIT.failed);
  }, DRAIN_TIME_MS + CLOSING_MS);
  await server.close(DRAIN_TIME_MS);
  clearTimeout(limit);
  logger.info('stopped');
}
