/** A fixed number of permits; those who find none wait in order. */
export interface Permits {
  /** Takes a permit, or waits for one. @throws the signal's reason when it aborts first. */
  acquire(signal: AbortSignal): Promise<() => void>;
  /** Takes a permit if there is one; never waits. */
  tryAcquire(): (() => void) | null;
}

/** @param count how many may be held at once. */
export function createPermits(count: number): Permits {
  let free = count;
  const waiting: (() => void)[] = [];

  const permit = () => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = waiting.shift();
      if (next) next();
      else free++;
    };
  };

  return {
    tryAcquire() {
      if (free === 0) return null;
      free--;
      return permit();
    },
    async acquire(signal) {
      signal.throwIfAborted();
      if (free > 0) {
        free--;
        return permit();
      }
      return await new Promise((resolve, reject) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(grant), 1);
          reject(signal.reason);
        };
        const grant = () => {
          signal.removeEventListener('abort', leave);
          resolve(permit());
        };
        waiting.push(grant);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
