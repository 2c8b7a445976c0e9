import { readFile } from 'node:fs/promises';
import {
  type Corrections,
  correctionsSchema,
  type Tuck,
} from '@proteus/contracts/jobs/corrections.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * What the command line says by hand.
 *
 * @param file JSON as the API takes it; nothing is corrected when left out.
 * @param tuck goes before what the file says.
 * @throws {UsageError} that names every field that is wrong.
 */
export async function readCorrections(
  file: string | undefined,
  tuck: Tuck | undefined,
): Promise<Corrections> {
  const given = file === undefined ? NO_CORRECTIONS : await readJson(file);
  const parsed = correctionsSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `  ${path.map(String).join('.') || 'the file'}: ${message}`,
    );
    throw new UsageError(`${file} holds no usable corrections:\n${lines.join('\n')}`);
  }
  return tuck === undefined ? parsed.data : { ...parsed.data, tuck };
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${file} (${cause.code ?? cause.message})`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}
