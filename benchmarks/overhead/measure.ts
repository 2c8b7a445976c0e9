import type { Contender, JobTimes } from './contender.ts';

/** Milliseconds: half of the jobs took no longer, and 99 of 100. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

export interface OverheadFigures {
  readonly name: string;
  readonly start: Spread;
  readonly message: Spread;
  /** Jobs a second, from the first that was handed in to the last that its client was told of. */
  readonly through: number;
  /** Jobs a second of a worker that finds all of them waiting; null where it cannot be held up. */
  readonly backlog: number | null;
}

/** So many jobs come before the measured ones: compilers and connections get warm. */
const WARM_UP = 20;

/**
 * @param alone jobs that are run one at a time, for the times.
 * @param together jobs that are handed in at once, for the rates.
 */
export async function measure(
  contender: Contender,
  alone: number,
  together: number,
): Promise<OverheadFigures> {
  for (let job = 0; job < WARM_UP; job++) await contender.runOne();
  const times: JobTimes[] = [];
  for (let job = 0; job < alone; job++) times.push(await contender.runOne());
  const through = await rate(together, async () => {
    await contender.handIn(together);
    await contender.allTold();
  });
  return {
    name: contender.name,
    start: spread(times.map(({ accepted, started }) => started - accepted)),
    message: spread(times.map(({ done, told }) => told - done)),
    through,
    backlog: await measureBacklog(contender, together),
  };
}

async function measureBacklog(contender: Contender, count: number): Promise<number | null> {
  const { holdWorker } = contender;
  if (holdWorker === null) return null;
  holdWorker(true);
  await contender.handIn(count);
  return await rate(count, async () => {
    holdWorker(false);
    await contender.allTold();
  });
}

async function rate(count: number, act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return count / ((performance.now() - begun) / 1_000);
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
