import { createRequire } from 'node:module';
import { join } from 'node:path';
import { KNOWN_MODELS } from './known-models.ts';

const require = createRequire(import.meta.url);

/**
 * Where a network file is expected: in the given folder, or else in the package that brings it.
 *
 * @param modelsDirectory the setting `MODELS_DIR`; null or undefined when it is not set.
 * @returns null when no folder is given and the package is not installed.
 * @throws {RangeError} when there is no network of that name.
 */
export function locateModel(
  name: string,
  modelsDirectory: string | null | undefined,
): string | null {
  const model = KNOWN_MODELS.find((known) => known.name === name);
  if (model === undefined) throw new RangeError(`There is no network named ${name}.`);
  if (modelsDirectory != null) return join(modelsDirectory, name);
  try {
    return require.resolve(model.packagedAt);
  } catch {
    return null;
  }
}
