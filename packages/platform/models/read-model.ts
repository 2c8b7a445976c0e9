import { readFile } from 'node:fs/promises';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { locateModel } from './locate-model.ts';

/**
 * Reads a network file.
 *
 * @param modelsDirectory the setting `MODELS_DIR`; null or undefined when it is not set.
 * @throws {ProteusError} MODEL_MISSING when it is not there.
 */
export async function readModel(
  name: string,
  modelsDirectory: string | null | undefined,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const path = locateModel(name, modelsDirectory);
  if (path === null) throw new ProteusError('MODEL_MISSING');
  try {
    return await readFile(path, { signal });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new ProteusError('MODEL_MISSING', { cause: error });
    }
    throw error;
  }
}
