/** A job as far as it matters with whom it is worked on. */
export interface Companion {
  /** Hashes of its photos. */
  readonly personHash: string;
  readonly garmentHash: string;
}

/**
 * Shares jobs out to workers that are free: as evenly as can be, and jobs that show the same person (or
 * else the same garment) to the same one, which then finds out about them once.
 *
 * @param jobs in the order of their arrival.
 * @param workers at least 1.
 * @returns at most so many batches, none of them empty, each in the order of arrival; sizes differ by no
 *   more than the largest even share.
 */
export function shareOut<Job extends Companion>(
  jobs: readonly Job[],
  workers: number,
): readonly (readonly Job[])[] {
  if (jobs.length === 0) return [];
  const count = Math.min(workers, jobs.length);
  const most = Math.ceil(jobs.length / count);
  const batches: Job[][] = Array.from({ length: count }, () => []);
  const room = (batch: readonly Job[]) => most - batch.length;
  for (const group of groupsOf(jobs)) {
    let left = group;
    while (left.length > 0) {
      const fitting = batches.filter((batch) => room(batch) >= left.length);
      // The tightest that takes all of them; where none does, the one that takes most.
      const batch =
        fitting.length > 0
          ? fitting.reduce((best, next) => (room(next) < room(best) ? next : best))
          : batches.reduce((best, next) => (room(next) > room(best) ? next : best));
      const taken = left.slice(0, room(batch));
      batch.push(...taken);
      left = left.slice(taken.length);
    }
  }
  const place = new Map(jobs.map((job, index) => [job, index]));
  return batches
    .filter((batch) => batch.length > 0)
    .map((batch) => batch.sort((a, b) => place.get(a)! - place.get(b)!));
}

/** Jobs that go together, largest groups first. */
function groupsOf<Job extends Companion>(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const persons = Map.groupBy(jobs, ({ personHash }) => personHash);
  const lonely = [...persons.values()].flatMap((group) => (group.length === 1 ? group : []));
  const garments = Map.groupBy(lonely, ({ garmentHash }) => garmentHash);
  return [...persons.values()]
    .filter((group) => group.length > 1)
    .concat([...garments.values()])
    .sort((a, b) => b.length - a.length);
}
