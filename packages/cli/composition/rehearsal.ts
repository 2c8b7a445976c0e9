import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { Rehearsal } from '@proteus/workers/engine/task.ts';

/** Different people in clothes of every kind, the usual ones first: all that is compiled is what they have in common. */
const CAST = [
  ['zuri', 'tee-heather'],
  ['lukas', 'long-sleeve-striped'],
  ['omar', 'trousers-denim'],
  ['ines', 'dress-floral'],
  ['mei', 'shirt-oxford'],
  ['freya', 'trousers-olive'],
  ['samuel', 'dress-green'],
] as const;

/** What new engines dress before somebody comes: our own samples. */
export async function loadRehearsal(
  settings: Settings,
  when: Rehearsal['when'],
): Promise<Rehearsal> {
  const read = (name: string) =>
    readFile(fileURLToPath(import.meta.resolve(`@proteus/samples/${name}.jpg`)));
  const pairs = await Promise.all(
    CAST.map(async ([person, garment]) => ({
      person: await read(`people/${person}`),
      garment: await read(`garments/${garment}`),
    })),
  );
  return { when, pairs, limits: pictureLimits(settings) };
}
