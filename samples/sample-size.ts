import type { Size } from '@proteus/raster/types.ts';

/** Size of the committed sample pictures in pixels. */
export const SAMPLE_SIZE: Size = { width: 768, height: 1024 };

/** Quality of the committed JPEG files. */
export const JPEG_QUALITY = 90;
