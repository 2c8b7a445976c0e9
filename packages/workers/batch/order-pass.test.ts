import { expect, it } from 'vitest';
import type { TryOnTask } from '../engine/task.ts';
import { orderPass } from './order-pass.ts';

const options = { signal: new AbortController().signal, timeLimitMs: 1 };
const item = (person: string, garment: string) => ({
  task: { person: Buffer.from(person), garment: Buffer.from(garment) } as unknown as TryOnTask,
  options,
});

it('puts equal photos next to each other, as one object, and keeps the order otherwise', () => {
  const ordered = orderPass([
    item('anna', 'shirt'),
    item('bert', 'dress'),
    item('anna', 'skirt'),
    item('anna', 'shirt'),
    item('cleo', 'shirt'),
  ]);
  expect(ordered.map(({ index }) => index)).toEqual([0, 3, 2, 1, 4]);
  const tasks = ordered.map(({ item: { task } }) => task);
  expect(tasks[1]!.person).toBe(tasks[0]!.person);
  expect(tasks[4]!.garment).toBe(tasks[0]!.garment);
  expect(tasks[3]!.person).not.toBe(tasks[0]!.person);
});
