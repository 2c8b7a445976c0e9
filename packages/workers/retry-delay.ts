const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt: doubling, with full jitter so that jobs that failed
 * together do not come back together.
 *
 * @param attempt the attempt that failed, from 1.
 * @returns milliseconds, half to all of the doubled delay.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const delay = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(delay * (0.5 + 0.5 * random()));
}
