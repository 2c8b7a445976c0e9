import { type EncodedPicture, encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import type { RgbImage } from '@proteus/raster/types.ts';

/** Writes a picture that may or may not be the result, on another thread while the engine goes on. */
export interface EarlyWriter {
  /** Begins with a picture, whose pixels change no more. */
  readonly begin: (picture: RgbImage) => void;
  /** The result as a PNG: the one begun with, or written now. */
  readonly finish: (picture: RgbImage) => Promise<EncodedPicture>;
}

export function createEarlyWriter(): EarlyWriter {
  let begun: { readonly picture: RgbImage; readonly file: Promise<EncodedPicture> } | null = null;
  return {
    begin(picture) {
      begun = { picture, file: encodePicture(picture, { format: 'png' }) };
      // Nobody asks for it when another picture is better, or none is good enough.
      begun.file.catch(() => {});
    },
    async finish(picture) {
      if (begun?.picture === picture) return await begun.file;
      return await encodePicture(picture, { format: 'png' });
    },
  };
}
