import { describe, expect, it } from 'vitest';
import type { TryOnTask } from '../engine/task.ts';
import type { PassItem } from '../engine/task-pass.ts';
import { OUTCOME } from '../testing/work-bench.ts';
import { gatherPass } from './gathering.ts';

const options = { signal: new AbortController().signal, timeLimitMs: 1_000 };
const task = (name: string) =>
  ({ person: Buffer.from(name), garment: Buffer.from(name) }) as unknown as TryOnTask;
const nameOf = ({ task: { person } }: PassItem<TryOnTask>) => Buffer.from(person).toString();

function createEngine() {
  const [alone, together]: [string[], string[][]] = [[], []];
  const outcomeOf = (name: string) => ({ ...OUTCOME, picture: Buffer.from(name) });
  const engine = {
    async run(one: TryOnTask) {
      alone.push(nameOf({ task: one, options }));
      return outcomeOf(nameOf({ task: one, options }));
    },
    passes: {
      maxBatch: 8,
      runPass(items: readonly PassItem<TryOnTask>[]) {
        together.push(items.map(nameOf));
        return items.map(async (item) => {
          if (nameOf(item) === 'bad') throw new Error('bad');
          return outcomeOf(nameOf(item));
        });
      },
    },
  };
  return { engine, alone, together };
}
const picture = async (end: Promise<typeof OUTCOME>) => Buffer.from((await end).picture).toString();

describe('gathering a pass', () => {
  it('runs all as one when the last has come, and gives each its own outcome', async () => {
    const { engine, alone, together } = createEngine();
    const sizes: number[] = [];
    const pass = gatherPass(engine, 3, (size) => sizes.push(size));
    const seats = [pass.seat(), pass.seat(), pass.seat()];
    const ends = ['b', 'a', 'b'].map((name, index) =>
      seats[index]!.engine.run(task(name), options),
    );
    expect(await Promise.all(ends.map(picture))).toEqual(['b', 'a', 'b']);
    expect({ alone, together, sizes }).toEqual({
      alone: [],
      together: [['b', 'b', 'a']],
      sizes: [3],
    });
  });

  it('does not wait for those who leave, and lets one alone who is left alone', async () => {
    const { engine, alone, together } = createEngine();
    const pass = gatherPass(engine, 3, () => {});
    const [first, second, third] = [pass.seat(), pass.seat(), pass.seat()];
    second.leave();
    const end = first.engine.run(task('a'), options);
    third.leave();
    third.leave();
    expect(await picture(end)).toBe('a');
    expect({ alone, together }).toEqual({ alone: ['a'], together: [] });
  });

  it('runs one that comes late, or comes back after leaving, alone', async () => {
    const { engine, alone, together } = createEngine();
    const pass = gatherPass(engine, 3, () => {});
    const [first, second, third] = [pass.seat(), pass.seat(), pass.seat()];
    third.leave();
    await Promise.all([first, second].map((seat) => seat.engine.run(task('a'), options)));
    expect(await picture(third.engine.run(task('late'), options))).toBe('late');
    expect({ alone, together }).toEqual({ alone: ['late'], together: [['a', 'a']] });
  });

  it('begins without a laggard after a while', async () => {
    const { engine, together } = createEngine();
    const pass = gatherPass(engine, 3, () => {});
    const [first, second] = [pass.seat(), pass.seat(), pass.seat()];
    await Promise.all([first, second].map((seat) => seat!.engine.run(task('a'), options)));
    expect(together).toEqual([['a', 'a']]);
  });

  it('takes no other along when one fails', async () => {
    const { engine } = createEngine();
    const pass = gatherPass(engine, 2, () => {});
    const [first, second] = [pass.seat(), pass.seat()];
    const bad = first.engine.run(task('bad'), options);
    const good = second.engine.run(task('good'), options);
    await expect(bad).rejects.toThrow('bad');
    expect(await picture(good)).toBe('good');
  });
});
