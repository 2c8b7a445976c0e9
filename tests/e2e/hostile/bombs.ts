import { deflateSync } from 'node:zlib';
import { withPngChunk } from '@proteus/platform/pictures/testing/test-pictures.ts';
import sharp from 'sharp';
import { DAMAGED, type HostilePicture, type Verdict } from './hostile-input.ts';
import { animation, field, type ValidPictures } from './valid-pictures.ts';

const MEBIBYTE = 2 ** 20;
const BOMB: readonly Verdict[] = [...DAMAGED, 'IMAGE_DECODE_LIMIT'];

/** Small files that grow, and files that make much work. */
export async function bombs(valid: ValidPictures): Promise<readonly HostilePicture[]> {
  return [...textBombs(valid), ...segmentBombs(valid), ...(await pixelBombs())];
}

function textBombs({ png }: ValidPictures): HostilePicture[] {
  const zeros = deflateSync(new Uint8Array(128 * MEBIBYTE));
  const compressed = (head: string) => Buffer.concat([Buffer.from(head, 'latin1'), zeros]);
  const chunks: Readonly<Record<string, Buffer>> = {
    zTXt: compressed('Comment\0\0'),
    iTXt: compressed('Comment\0\x01\0\0\0'),
    iCCP: compressed('Profile\0\0'),
  };
  return Object.entries(chunks).map(([type, content]) => ({
    name: `png with 128 MiB of zeros in ${type}`,
    bytes: new Uint8Array(withPngChunk(png, type, content)),
    verdicts: BOMB,
  }));
}

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function segmentBombs({ jpeg }: ValidPictures): HostilePicture[] {
  const full = new Uint8Array(65_000);
  const behindStart = (...segments: readonly Uint8Array[]) =>
    new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]));
  const exif = (...content: number[]) =>
    segment(
      0xe1,
      Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), Buffer.from(content)]),
    );
  const scan = startOfScan(jpeg);
  const repeated = Array.from({ length: 2_000 }, () => jpeg.subarray(scan, jpeg.length - 2));
  return [
    {
      name: 'jpeg with 200 full EXIF segments',
      bytes: behindStart(...Array.from({ length: 200 }, () => segment(0xe1, full))),
      verdicts: BOMB,
    },
    {
      name: 'jpeg whose EXIF directory says it has 65535 entries',
      bytes: behindStart(exif(0xff, 0xff)),
      verdicts: BOMB,
    },
    {
      name: 'jpeg whose EXIF directory follows itself',
      bytes: behindStart(exif(0, 0, 0, 0, 0, 8)),
      verdicts: BOMB,
    },
    {
      name: 'jpeg whose orientation is 4294967295',
      bytes: behindStart(
        exif(0, 1, 0x01, 0x12, 0, 4, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0),
      ),
      verdicts: BOMB,
    },
    {
      name: 'jpeg with a profile in 255 parts that never come',
      bytes: behindStart(segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\xff', 'latin1'))),
      verdicts: BOMB,
    },
    {
      name: 'jpeg with the same scan 2000 times',
      bytes: new Uint8Array(
        Buffer.concat([jpeg.subarray(0, scan), ...repeated, Buffer.from([0xff, 0xd9])]),
      ),
      verdicts: BOMB,
    },
  ];
}

function startOfScan(jpeg: Uint8Array): number {
  return Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]));
}

/** All within the limits: they have to be decoded in bounded memory and time. */
async function pixelBombs(): Promise<HostilePicture[]> {
  const side = 7_000;
  const black = () =>
    sharp({ create: { width: side, height: side, channels: 3, background: '#000' } });
  const files: Readonly<Record<string, Buffer>> = {
    [`png of ${side}² black pixels`]: await black().png({ palette: true }).toBuffer(),
    [`tiff of ${side}² black pixels`]: await black().tiff({ compression: 'deflate' }).toBuffer(),
    'gif of 300 frames': await (await animation(300)).gif().toBuffer(),
    'png of 20000 × 16': await field(20_000, 16).png().toBuffer(),
    'jpeg of 16 × 20000': await field(16, 20_000).jpeg().toBuffer(),
  };
  return Object.entries(files).map(([name, bytes]) => ({
    name,
    bytes: new Uint8Array(bytes),
    verdicts: BOMB,
  }));
}
