import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KNOWN_MODELS } from '@proteus/platform/models/known-models.ts';
import { locateModel } from '@proteus/platform/models/locate-model.ts';

/**
 * Names the sources of some rooms and the network files.
 *
 * @param rooms a file of each room, as it is imported (without the scope).
 * @param modelsDirectory where network files lie, when not in the packages.
 * @param machine whatever else matters.
 * @returns hex.
 */
export function sourcesVersion(
  rooms: readonly string[],
  modelsDirectory: string | null,
  machine: string,
): string {
  const hash = createHash('sha256').update(machine);
  for (const room of rooms) {
    const folder = path.dirname(fileURLToPath(import.meta.resolve(`@proteus/${room}`)));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource);
    for (const file of files.sort()) {
      hash.update(file).update(readFileSync(path.join(folder, file)));
    }
  }
  for (const { name } of modelsDirectory === null ? [] : KNOWN_MODELS) {
    const file = statSync(locateModel(name, modelsDirectory) ?? name, { throwIfNoEntry: false });
    hash.update(`${name} ${file?.size} ${file?.mtimeMs}`);
  }
  return hash.digest('hex');
}

/** Package files name the exact versions of what the code stands on. */
function isSource(file: string): boolean {
  if (file.split(path.sep).includes('node_modules')) return false;
  return path.basename(file) === 'package.json' || /(?<!\.test)\.ts$/.test(file);
}
