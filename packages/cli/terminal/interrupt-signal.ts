/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, so that a command can stop cleanly; a second
 * one ends the process at once.
 */
export function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort());
  return abort.signal;
}
