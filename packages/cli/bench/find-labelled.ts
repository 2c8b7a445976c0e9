import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

/** A photo and the true labels of its pixels. */
export interface LabelledPhoto {
  readonly name: string;
  readonly photo: string;
  readonly labels: string;
}

const LABELS = /^(.+)_parse\.png$/i;

/** All photos of a folder that have labels, by name. @throws {UsageError} when there is none. */
export async function findLabelled(directory: string): Promise<readonly LabelledPhoto[]> {
  const files = await readdir(directory).catch((cause) => {
    throw new UsageError(`${directory} cannot be read: ${cause.code}.`);
  });
  const present = new Set(files);
  const items: LabelledPhoto[] = [];
  for (const file of files.sort()) {
    const [, name] = LABELS.exec(file) ?? [];
    if (name === undefined || !present.has(`${name}.jpg`)) continue;
    const [photo, labels] = [`${name}.jpg`, file].map((one) => path.join(directory, one));
    items.push({ name, photo: photo!, labels: labels! });
  }
  if (items.length > 0) return items;
  throw new UsageError(`${directory} holds no NAME.jpg with a NAME_parse.png.`);
}
