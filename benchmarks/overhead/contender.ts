/** When things happened to one job, in milliseconds since the epoch, all by the clock of one machine. */
export interface JobTimes {
  readonly accepted: number;
  readonly started: number;
  readonly done: number;
  /** The client that waits for the job was told of its end. */
  readonly told: number;
}

/** Something that hands jobs, in which nothing is to be done, to a worker process with two places. */
export interface Contender {
  readonly name: string;
  /** Hands in one job. @returns its times, once its client was told of its end. */
  runOne(): Promise<JobTimes>;
  /** Hands in so many at once. Resolves when all are accepted. */
  handIn(count: number): Promise<void>;
  /** Resolves when the client was told of the end of all that were handed in. */
  allTold(): Promise<void>;
  /** Holds the worker up, or lets it go on; null where it is no process of its own. */
  readonly holdWorker: ((held: boolean) => void) | null;
  close(): Promise<void>;
}

/** Jobs that the worker does at once. */
export const PLACES = 2;
/** Requests that hand jobs in at once. */
export const CLIENTS = 8;

/** Does something so many times, a few at once. */
export async function repeat(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async () => {
    for (let index = next++; index < count; index = next++) await act(index);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}
