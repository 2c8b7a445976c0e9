/** Somebody who waits, from the moment `wait` was called. */
interface Waiter {
  /** Resolves at the next ring, the abort, or after so many milliseconds. */
  within(milliseconds: number): Promise<void>;
}

/** A bell: every ring wakes all who wait. */
export interface WakeUp {
  ring(): void;
  wait(signal: AbortSignal): Waiter;
}

export function createWakeUp(): WakeUp {
  let next = Promise.withResolvers<void>();
  return {
    ring() {
      next.resolve();
      next = Promise.withResolvers<void>();
    },
    wait(signal) {
      const rung = next.promise;
      return {
        async within(milliseconds) {
          if (signal.aborted || milliseconds <= 0) return;
          const ended = Promise.withResolvers<void>();
          const timer = setTimeout(ended.resolve, milliseconds);
          const abort = () => ended.resolve();
          signal.addEventListener('abort', abort, { once: true });
          try {
            await Promise.race([rung, ended.promise]);
          } finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
          }
        },
      };
    },
  };
}
