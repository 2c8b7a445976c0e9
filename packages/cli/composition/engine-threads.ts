import { availableParallelism } from 'node:os';

/** Threads that each of so many engines may use, so that together they fill the machine once. */
export function engineThreads(engines: number, cores: number = availableParallelism()): number {
  return Math.max(1, Math.floor(cores / engines));
}
