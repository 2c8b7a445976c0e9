/**
 * Runs work under a time limit.
 *
 * @param work must end soon after its signal aborts.
 * @throws what `onTimeout` gives, when it was the time limit that ended the work.
 */
export async function withTimeLimit<Result>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
  onTimeout: (cause: unknown) => Error,
): Promise<Result> {
  const limit = AbortSignal.timeout(limitMs);
  try {
    return await work(AbortSignal.any([signal, limit]));
  } catch (error) {
    if (limit.aborted && !signal.aborted) throw onTimeout(error);
    throw error;
  }
}
