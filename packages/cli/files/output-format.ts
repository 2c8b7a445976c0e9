import path from 'node:path';
import { PICTURE_FORMATS, type PictureFormat } from '@proteus/platform/pictures/encode-picture.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The format that a file's name asks for. @throws {UsageError} for any other ending. */
export function outputFormat(file: string): PictureFormat {
  const format = formatOf(file);
  if (format) return format;
  throw new UsageError(
    `--out must end in .jpg, .png, .webp or .avif, not "${path.basename(file)}".`,
  );
}

/** `outputFormat` for pictures with transparent parts. */
export function transparentFormat(file: string): PictureFormat {
  const format = formatOf(file);
  if (format && format !== 'jpeg') return format;
  throw new UsageError(`--out must end in .png, .webp or .avif, not "${path.basename(file)}".`);
}

function formatOf(file: string): PictureFormat | undefined {
  const ending = path.extname(file).slice(1).toLowerCase();
  return PICTURE_FORMATS.find((name) => name === (ending === 'jpg' ? 'jpeg' : ending));
}
