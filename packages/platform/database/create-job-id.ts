import { monotonicFactory } from 'ulid';

/** A new job id: a ULID, so that ids sort by the time they were made. */
export const createJobId: () => string = (() => {
  const next = monotonicFactory();
  return () => next();
})();
