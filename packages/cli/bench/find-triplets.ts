import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

/** The files of one measured item. */
export interface Triplet {
  readonly name: string;
  readonly person: string;
  readonly garment: string;
  readonly truth: string;
}

const NAME = /^(.+)_(person|garment|truth)\.(jpe?g|png|webp|avif)$/i;

/** All complete triplets of a folder, by name. @throws {UsageError} when there is none. */
export async function findTriplets(directory: string): Promise<readonly Triplet[]> {
  const files = await readdir(directory).catch((cause) => {
    throw new UsageError(`${directory} cannot be read: ${cause.code}.`);
  });
  const items = new Map<string, Partial<Record<string, string>>>();
  for (const file of files) {
    const [, name, role] = NAME.exec(file) ?? [];
    if (name === undefined || role === undefined) continue;
    items.set(name, { ...items.get(name), [role.toLowerCase()]: path.join(directory, file) });
  }
  const triplets: Triplet[] = [];
  for (const [name, { person, garment, truth }] of [...items].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (person && garment && truth) triplets.push({ name, person, garment, truth });
  }
  if (triplets.length > 0) return triplets;
  throw new UsageError(`${directory} holds no NN_person, NN_garment, NN_truth pictures.`);
}
