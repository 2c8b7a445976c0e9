import { z } from 'zod';

/** A picture of a multipart form, for the documentation. */
export function pictureField(what: string) {
  return z
    .file()
    .describe(
      `${what} JPEG, PNG, WebP, AVIF, HEIC, TIFF or GIF (first frame), told by its content.`,
    );
}
