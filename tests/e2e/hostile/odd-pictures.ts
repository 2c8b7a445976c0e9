import { withOrientation } from '@proteus/platform/pictures/testing/test-pictures.ts';
import type { Sharp } from 'sharp';
import type { HostilePicture, Verdict } from './hostile-input.ts';
import { animation, field, type ValidPictures } from './valid-pictures.ts';

const READABLE: readonly Verdict[] = ['accepted'];
const TOO_SMALL: readonly Verdict[] = ['IMAGE_TOO_SMALL'];

/** Rare but true pictures, which have to be read; and pictures of one pixel, which must not be. */
export async function oddPictures(valid: ValidPictures): Promise<readonly HostilePicture[]> {
  const readable: Readonly<Record<string, Sharp | Uint8Array>> = {
    'cmyk jpeg': field().toColourspace('cmyk').jpeg(),
    'grey jpeg': field().greyscale().jpeg(),
    'progressive jpeg': field().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    '16-bit png': field().toColourspace('rgb16').png(),
    'interlaced png': field().png({ progressive: true }),
    'png with a palette': field().png({ palette: true, colours: 4 }),
    'transparent png': field().ensureAlpha(0.5).png(),
    '16-bit tiff': field().toColourspace('rgb16').tiff(),
    'cmyk tiff': field().toColourspace('cmyk').tiff(),
    'tiff in tiles': field(300, 300).tiff({ tile: true, tileWidth: 128, tileHeight: 128 }),
    'animated gif': (await animation(2)).gif(),
    'animated webp': (await animation(2)).webp(),
    'jpeg on its side': withOrientation(valid.jpeg, 6),
    'jpeg with an orientation of 99': withOrientation(valid.jpeg, 99),
    'jpeg with a zip archive behind it': Buffer.concat([
      valid.jpeg,
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.alloc(200),
    ]),
    'png with a program behind it': Buffer.concat([
      valid.png,
      Buffer.from('<?php system("id") ?>'),
    ]),
    'gif with a web page behind it': Buffer.concat([valid.gif, Buffer.from('<script>1</script>')]),
  };
  const pixel = () => field(1, 1);
  const tiny: Readonly<Record<string, Sharp>> = {
    jpeg: pixel().jpeg(),
    png: pixel().png(),
    webp: pixel().webp(),
    avif: pixel().avif({ effort: 0 }),
    tiff: pixel().tiff(),
    gif: pixel().gif(),
  };
  return [
    ...(await toPictures(readable, READABLE)),
    ...(await toPictures(tiny, TOO_SMALL)).map((picture) => ({
      ...picture,
      name: `${picture.name} of one pixel`,
    })),
  ];
}

async function toPictures(
  files: Readonly<Record<string, Sharp | Uint8Array>>,
  verdicts: readonly Verdict[],
): Promise<HostilePicture[]> {
  const pictures: HostilePicture[] = [];
  for (const [name, file] of Object.entries(files)) {
    const bytes = new Uint8Array(file instanceof Uint8Array ? file : await file.toBuffer());
    pictures.push({ name, bytes, verdicts });
  }
  return pictures;
}
