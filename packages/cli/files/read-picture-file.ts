import { open } from 'node:fs/promises';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { inspectPicture } from '@proteus/platform/pictures/inspect-picture.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * Reads a picture file whose type and size are within the limits.
 *
 * @throws {UsageError} when there is no such file.
 * @throws {ProteusError} IMAGE_* with the file's name in the message.
 */
export async function readPictureFile(file: string, settings: Settings): Promise<Uint8Array> {
  const bytes = await readBounded(file, settings.MAX_IMAGE_BYTES);
  try {
    inspectPicture(bytes, pictureLimits(settings));
  } catch (error) {
    if (!(error instanceof ProteusError)) throw error;
    throw new ProteusError(error.code, { message: `${file}: ${error.message}`, cause: error });
  }
  return bytes;
}

async function readBounded(file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(file).catch((cause) => {
    throw new UsageError(describeFailure(file, cause));
  });
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) {
      throw new ProteusError('IMAGE_FILE_TOO_LARGE', {
        message: `${file} has ${size} bytes; at most ${maxBytes} are read.`,
      });
    }
    return await handle.readFile();
  } catch (error) {
    if (error instanceof ProteusError) throw error;
    throw new UsageError(describeFailure(file, error));
  } finally {
    await handle.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file',
  EISDIR: 'This is a folder, not a file:',
  EACCES: 'You may not read',
};

function describeFailure(file: string, cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return `${REASONS[code ?? ''] ?? `Cannot read (${code ?? message})`} ${file}`;
}
