import type { Command } from 'commander';

/** Where a process listens, as its command line says. */
export interface ListenOptions {
  readonly port?: string;
  readonly host?: string;
}

/** Has a command take `--port` and `--host`. */
export function withListenOptions(command: Command): Command {
  return command
    .option('--port <number>', 'instead of the setting PORT; 0 = any free one')
    .option('--host <address>', 'instead of the setting HOST');
}

/** The settings that the options replace. */
export function listenSettings({ port, host }: ListenOptions): Readonly<Record<string, string>> {
  return {
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { HOST: host }),
  };
}
