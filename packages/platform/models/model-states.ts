import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { KNOWN_MODELS } from './known-models.ts';
import { locateModel } from './locate-model.ts';

/** Whether a network file is where it is expected. */
export interface ModelState {
  readonly name: string;
  readonly state: 'present' | 'missing';
  /** Null when it is missing. */
  readonly bytes: number | null;
  /** What the file's SHA-256 should be, in hex. */
  readonly sha256: string;
}

/** @param modelsDirectory the setting `MODELS_DIR`; null or undefined when it is not set. */
export async function modelStates(
  modelsDirectory: string | null | undefined,
): Promise<readonly ModelState[]> {
  return Promise.all(
    KNOWN_MODELS.map(async ({ name, sha256 }): Promise<ModelState> => {
      const path = locateModel(name, modelsDirectory);
      const file = path === null ? null : await stat(path).catch(() => null);
      return file?.isFile()
        ? { name, state: 'present', bytes: file.size, sha256 }
        : { name, state: 'missing', bytes: null, sha256 };
    }),
  );
}

/** Whether a network file is there and holds what it should. Reads all of it. */
export async function verifyModel(
  name: string,
  modelsDirectory: string | null | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const path = locateModel(name, modelsDirectory);
  const expected = KNOWN_MODELS.find((known) => known.name === name)?.sha256;
  if (path === null) return false;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash, { signal });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  return hash.digest('hex') === expected;
}
