import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { seededRandom } from '../seeded-random.ts';

/** Small pictures with nobody in them, one of each kind: a job of one ends soon, with NO_PERSON. */
export type ValidPictures = Readonly<Record<PictureKind, Uint8Array<ArrayBuffer>>>;
export type PictureKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'webp lossless'
  | 'avif'
  | 'heic'
  | 'tiff'
  | 'gif';

export const WIDTH = 96;
export const HEIGHT = 80;
const HEIC = new URL(
  '../../../packages/platform/pictures/fixtures/quadrants.heic',
  import.meta.url,
);

/** A shaded field with some grain, so that every coder has something to code. */
export function field(width = WIDTH, height = HEIGHT): Sharp {
  const random = seededRandom(1);
  const data = new Uint8Array(width * height * 3);
  for (let index = 0; index < data.length; index++) {
    data[index] = ((index % (width * 3)) / (width * 3)) * 200 + random() * 40;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export async function validPictures(): Promise<ValidPictures> {
  const file = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());
  return {
    jpeg: await file(field().jpeg()),
    png: await file(field().png()),
    webp: await file(field().webp()),
    'webp lossless': await file(field().webp({ lossless: true })),
    avif: await file(field().avif({ effort: 0 })),
    heic: new Uint8Array(await readFile(fileURLToPath(HEIC))),
    tiff: await file(field().tiff({ compression: 'lzw' })),
    gif: await file(field().gif()),
  };
}

/** Frames of one colour each. */
export async function animation(count: number): Promise<Sharp> {
  const frames: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const background = { r: index % 256, g: 60, b: 255 - (index % 256) };
    const frame = sharp({ create: { width: 64, height: 48, channels: 3, background } });
    frames.push(await frame.png().toBuffer());
  }
  return sharp(frames, { join: { animated: true } });
}
