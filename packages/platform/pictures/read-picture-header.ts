import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Size } from '@proteus/raster/types.ts';
import { gifSize } from './headers/gif-size.ts';
import { heifHeader, heifType } from './headers/heif-header.ts';
import { jpegSize } from './headers/jpeg-size.ts';
import { pngSize } from './headers/png-size.ts';
import { tiffSize } from './headers/tiff-size.ts';
import { webpSize } from './headers/webp-size.ts';
import type { PictureHeader, PictureType } from './picture-header.ts';

/**
 * Tells a picture's type by its first bytes, and its size by its header. Decodes nothing; takes time
 * in proportion to the file's length at most.
 *
 * @throws {ProteusError} IMAGE_TYPE_UNSUPPORTED, or IMAGE_UNREADABLE when the header is damaged.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = pictureType(view);
  if (type === null) throw new ProteusError('IMAGE_TYPE_UNSUPPORTED');
  const size = readSize[type](view);
  if (size === null || size.width === 0 || size.height === 0) {
    throw new ProteusError('IMAGE_UNREADABLE');
  }
  return { type, width: size.width, height: size.height };
}

const readSize: Readonly<Record<PictureType, (bytes: DataView) => Size | null>> = {
  jpeg: jpegSize,
  png: pngSize,
  webp: webpSize,
  avif: heifHeader,
  heic: heifHeader,
  tiff: tiffSize,
  gif: gifSize,
};

function pictureType(bytes: DataView): PictureType | null {
  if (bytes.byteLength < 12) return null;
  const first = bytes.getUint32(0);
  const second = bytes.getUint32(4);
  if (first >>> 8 === 0xff_d8_ff) return 'jpeg';
  if (first === 0x89_50_4e_47 && second === 0x0d_0a_1a_0a) return 'png';
  if (first === 0x47_49_46_38 && (second >>> 16 === 0x37_61 || second >>> 16 === 0x39_61)) {
    return 'gif';
  }
  if (first === 0x52_49_46_46 && bytes.getUint32(8) === 0x57_45_42_50) return 'webp';
  if (first === 0x49_49_2a_00 || first === 0x4d_4d_00_2a) return 'tiff';
  return heifType(bytes);
}
