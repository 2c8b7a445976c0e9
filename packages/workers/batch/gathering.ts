import type { RunOptions } from '../engine/engine-process.ts';
import type { TryOnOutcome, TryOnTask } from '../engine/task.ts';
import type { PassItem } from '../engine/task-pass.ts';
import type { WorkEngine } from '../work-engine.ts';
import { orderPass } from './order-pass.ts';

/** One job's place in a pass that is being gathered. */
export interface Seat {
  /** To be asked once; what comes after the pass has begun runs alone. */
  readonly engine: Pick<WorkEngine, 'run'>;
  /** The job does not need the engine (any more); the others need not wait for it. */
  leave(): void;
}

interface Gathered extends PassItem<TryOnTask> {
  /** In the order in which the seats were given. */
  readonly number: number;
  readonly resolve: (outcome: TryOnOutcome | PromiseLike<TryOnOutcome>) => void;
}

/** Jobs get ready at about the same time; one whose pictures come slowly is not waited for longer. */
const LAGGARD_MS = 2_000;

/**
 * Gathers the tasks of jobs that were begun together, and runs them as one pass as soon as each job has
 * asked for the engine or left.
 *
 * @param onPass hears of the pass's size when it begins.
 */
export function gatherPass(
  engine: WorkEngine,
  seats: number,
  onPass: (size: number) => void,
): { readonly seat: () => Seat } {
  let expected = seats;
  let hasBegun = false;
  let laggards: NodeJS.Timeout | undefined;
  const gathered: Gathered[] = [];

  function begin(): void {
    hasBegun = true;
    clearTimeout(laggards);
    // Not whose pictures came first, but who came first.
    gathered.sort((a, b) => a.number - b.number);
    onPass(gathered.length);
    const [only, another] = gathered;
    if (only === undefined) return;
    if (engine.passes === undefined || another === undefined) {
      for (const { task, options, resolve } of gathered) resolve(engine.run(task, options));
      return;
    }
    const ordered = orderPass(gathered);
    const ends = engine.passes.runPass(ordered.map(({ item }) => item));
    for (const [place, { index }] of ordered.entries()) gathered[index]!.resolve(ends[place]!);
  }

  function beginWhenAllAreThere(): void {
    if (!hasBegun && gathered.length > 0 && gathered.length >= expected) begin();
  }

  function run(number: number, task: TryOnTask, options: RunOptions): Promise<TryOnOutcome> {
    if (hasBegun) return engine.run(task, options);
    const { promise, resolve } = Promise.withResolvers<TryOnOutcome>();
    gathered.push({ number, task, options, resolve });
    laggards ??= setTimeout(begin, LAGGARD_MS);
    beginWhenAllAreThere();
    return promise;
  }

  let seated = 0;
  return {
    seat() {
      const number = seated++;
      let state: 'expected' | 'gathered' | 'left' = 'expected';
      return {
        engine: {
          run(task, options) {
            if (state === 'left') return engine.run(task, options);
            state = 'gathered';
            return run(number, task, options);
          },
        },
        leave() {
          if (state !== 'expected') return;
          state = 'left';
          expected--;
          beginWhenAllAreThere();
        },
      };
    },
  };
}
