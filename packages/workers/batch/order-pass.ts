import { createHash } from 'node:crypto';
import type { TryOnTask } from '../engine/task.ts';
import type { PassItem } from '../engine/task-pass.ts';

/**
 * Brings items that show the same person, and of those that show the same garment, next to each other, and
 * gives equal files the same object: an engine then is sent them once and decodes them once.
 *
 * @returns the items, each with its place in the input, in the order of the first of their kind.
 */
export function orderPass(
  items: readonly PassItem<TryOnTask>[],
): readonly { readonly item: PassItem<TryOnTask>; readonly index: number }[] {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly rank: number }>();
  const fileOf = (bytes: Uint8Array) => {
    const name = createHash('sha256').update(bytes).digest('hex');
    const known = files.get(name) ?? { bytes, rank: files.size };
    files.set(name, known);
    return known;
  };
  return items
    .map((item, index) => {
      const [person, garment] = [fileOf(item.task.person), fileOf(item.task.garment)];
      const task = { ...item.task, person: person.bytes, garment: garment.bytes };
      return { index, item: { ...item, task }, ranks: [person.rank, garment.rank] as const };
    })
    .sort((a, b) => a.ranks[0] - b.ranks[0] || a.ranks[1] - b.ranks[1] || a.index - b.index)
    .map(({ item, index }) => ({ item, index }));
}
