import { ProteusError } from '@proteus/contracts/errors.ts';
import { EXIT } from './exit-status.ts';
import { UsageError } from './usage-error.ts';

/**
 * Tells a person (on standard error) or a script (JSON on standard output) why a command failed.
 *
 * @returns the exit status that belongs to it.
 */
export function reportFailure(error: unknown, json: boolean): number {
  const code =
    error instanceof ProteusError ? error.code : error instanceof UsageError ? 'USAGE' : 'INTERNAL';
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    const details = error instanceof ProteusError ? error.details : undefined;
    console.log(JSON.stringify({ error: { code, message, ...(details ? { details } : {}) } }));
  } else {
    console.error(`${code}: ${message}`);
    if (error instanceof ProteusError) {
      for (const { path, message } of error.details ?? []) console.error(`  ${path}: ${message}`);
    }
    // What we did not expect deserves its trace; what we refuse explains itself.
    if (code === 'INTERNAL' && error instanceof Error) console.error(error.cause ?? error.stack);
  }
  if (error instanceof UsageError) return EXIT.usage;
  return code === 'CANCELED' ? EXIT.interrupted : EXIT.failed;
}
