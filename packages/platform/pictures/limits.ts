import type { Settings } from '@proteus/contracts/config/settings.ts';

/** What a picture may be at most, and at least. */
export interface PictureLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width times height. */
  readonly maxPixels: number;
  /** Pixels of the shorter side. */
  readonly minSide: number;
  /** Milliseconds that decoding may take. */
  readonly decodeTimeMs: number;
}

/** The limits that the settings name. */
export function pictureLimits(settings: Settings): PictureLimits {
  return {
    maxBytes: settings.MAX_IMAGE_BYTES,
    maxPixels: settings.MAX_IMAGE_PIXELS,
    minSide: settings.MIN_IMAGE_SIDE,
    decodeTimeMs: settings.DECODE_TIME_LIMIT_MS,
  };
}
