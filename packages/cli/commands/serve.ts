import type { Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { requireSharedServices } from '../roles/require-shared-services.ts';
import { ALL_ROLES, parseRoles, ROLES } from '../roles/role.ts';
import { type ListenOptions, listenSettings, withListenOptions } from './listen-options.ts';

interface ServeOptions extends ListenOptions {
  readonly roles?: string;
}

/** `proteus serve`: API, web page, queues and engines in one process, or some of it. */
export function addServeCommand(program: Command): void {
  withListenOptions(
    program
      .command('serve')
      .description('Run the API, the web page and the engines in one process.')
      .option('--roles <list>', `only some of ${ROLES.join(',')}; other processes do the rest`),
  ).action(serve);
}

async function serve({ roles: list, ...listen }: ServeOptions): Promise<void> {
  const roles = list === undefined ? ALL_ROLES : parseRoles(list);
  const pipeline = loadPipeline({ ...process.env, ...listenSettings(listen) });
  if (roles.size < ALL_ROLES.size) {
    requireSharedServices(`A server of ${[...roles].join(', ')} alone`, pipeline.settings, {
      pictures: true,
    });
  }
  const { runServer } = await import('../composition/run-server.ts');
  await runServer(pipeline, roles, (address) => {
    if (!process.stderr.isTTY || !roles.has('gateway')) return;
    process.stderr.write(
      `\n  Fitting room  ${address}/web/\n  API           ${address}/docs\n\n  Ctrl-C stops it.\n\n`,
    );
  });
}
