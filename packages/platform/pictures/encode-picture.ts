import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import sharp, { type Sharp } from 'sharp';

export const PICTURE_FORMATS = ['png', 'jpeg', 'webp', 'avif'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export interface EncodeOptions {
  readonly format: PictureFormat;
  /** Pixels; the picture is shrunk to it, never enlarged. Its own width when left out. */
  readonly width?: number | undefined;
  /** 1 to 100, for the lossy formats; 90 when left out (avif: 65). */
  readonly quality?: number | undefined;
}

/** A picture as a file. */
export interface EncodedPicture {
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly contentType: string;
}

/**
 * Writes pixels, or a picture file of our own making, in another format or width. The file holds
 * no metadata.
 */
export async function encodePicture(
  picture: RgbImage | RgbaImage | Uint8Array,
  { format, width, quality }: EncodeOptions,
): Promise<EncodedPicture> {
  let pipeline = open(picture);
  if (width !== undefined) pipeline = pipeline.resize({ width, withoutEnlargement: true });
  const bytes = await writers[format](pipeline, quality).toBuffer();
  return { bytes, contentType: `image/${format}` };
}

function open(picture: RgbImage | RgbaImage | Uint8Array): Sharp {
  if (picture instanceof Uint8Array) return sharp(picture);
  const { width, height, data } = picture;
  const channels = data.length === width * height * 4 ? 4 : 3;
  return sharp(data, { raw: { width, height, channels } });
}

type Writer = (pipeline: Sharp, quality: number | undefined) => Sharp;

const writers: Readonly<Record<PictureFormat, Writer>> = {
  png: (pipeline) => pipeline.png({ compressionLevel: 2, adaptiveFiltering: true }),
  jpeg: (pipeline, quality = 90) =>
    pipeline.flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:4:4' }),
  webp: (pipeline, quality = 90) => pipeline.webp({ quality, effort: 3 }),
  avif: (pipeline, quality = 65) => pipeline.avif({ quality, effort: 3 }),
};
