import { createLogger } from '@proteus/platform/logging/logger.ts';
import type { Command } from 'commander';
import { composeServer } from '../composition/compose-server.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';

/** Jobs under way get this long to finish before they are handed back. */
const GRACE_MS = 20_000;

/** `proteus serve`: API, web page, queue and engines in one process. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Run the API, the web page and the engines in one process.')
    .option('--port <number>', 'instead of the setting PORT')
    .option('--host <address>', 'instead of the setting HOST')
    .action(serve);
}

async function serve(options: { readonly port?: string; readonly host?: string }): Promise<void> {
  const signal = interruptSignal();
  const pipeline = loadPipeline({
    ...process.env,
    ...(options.port === undefined ? {} : { PORT: options.port }),
    ...(options.host === undefined ? {} : { HOST: options.host }),
  });
  const logger = createLogger({ level: pipeline.settings.LOG_LEVEL });
  const server = await composeServer(pipeline, logger);
  if (process.stderr.isTTY) {
    process.stderr.write(
      `\n  Fitting room  ${server.address}/web/\n  API           ${server.address}/docs\n\n  Ctrl-C stops it.\n\n`,
    );
  }
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  logger.info('stopping: jobs under way may finish');
  await server.close(GRACE_MS);
  logger.info('stopped');
}
