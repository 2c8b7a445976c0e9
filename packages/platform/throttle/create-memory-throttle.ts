import type { AttemptThrottle } from './attempt-throttle.ts';

interface Window {
  attempts: number;
  readonly endsAt: number;
}

/** Windows kept at most: strangers choose the keys, and must not fill the memory with them. */
const MOST_WINDOWS = 100_000;

/** A throttle of one process. @param now milliseconds since the epoch; the clock when left out. */
export function createMemoryThrottle(now: () => number = Date.now): AttemptThrottle {
  const windows = new Map<string, Window>();

  /** Windows lie in the order of their beginning; those that ended, or are too many, go first. */
  function makeRoom(time: number): void {
    for (const [key, { endsAt }] of windows) {
      if (endsAt > time && windows.size < MOST_WINDOWS) return;
      windows.delete(key);
    }
  }

  return {
    async attempt(key, { limit, windowMs }) {
      const time = now();
      const known = windows.get(key);
      if (known !== undefined && known.endsAt > time) {
        if (known.attempts >= limit) return { allowed: false, retryAfterMs: known.endsAt - time };
        known.attempts++;
        return { allowed: true, retryAfterMs: 0 };
      }
      windows.delete(key);
      makeRoom(time);
      windows.set(key, { attempts: 1, endsAt: time + windowMs });
      return { allowed: true, retryAfterMs: 0 };
    },
    async forget(key) {
      windows.delete(key);
    },
  };
}
