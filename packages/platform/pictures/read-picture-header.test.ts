import { readFileSync } from 'node:fs';
import { ProteusError } from '@proteus/contracts/errors.ts';
import fc from 'fast-check';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from './read-picture-header.ts';
import { height, picture, width, withPngChunk } from './testing/test-pictures.ts';

const heic = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

const encoders: readonly (readonly [string, string, (picture: Sharp) => Sharp])[] = [
  ['a baseline JPEG', 'jpeg', (from) => from.jpeg()],
  ['a progressive JPEG', 'jpeg', (from) => from.jpeg({ progressive: true })],
  ['a JPEG with metadata', 'jpeg', (from) => from.jpeg().withMetadata()],
  ['a PNG', 'png', (from) => from.png()],
  ['a lossy WebP', 'webp', (from) => from.webp()],
  ['a lossless WebP', 'webp', (from) => from.webp({ lossless: true })],
  ['an extended WebP', 'webp', (from) => from.ensureAlpha(0.5).webp()],
  ['an AVIF', 'avif', (from) => from.avif({ effort: 0 })],
  ['a TIFF', 'tiff', (from) => from.tiff()],
  ['a tiled TIFF', 'tiff', (from) => from.tiff({ tile: true, compression: 'lzw' })],
  ['a GIF', 'gif', (from) => from.gif()],
];

describe('the header of a picture', () => {
  it.each(encoders)('tells type and size of %s', async (_, type, encode) => {
    const bytes = await encode(picture()).toBuffer();
    expect(readPictureHeader(bytes)).toEqual({ type, width, height });
  });

  it('tells type and size of HEIC files', () => {
    expect(readPictureHeader(heic('quadrants.heic'))).toEqual({
      type: 'heic',
      width: 320,
      height: 256,
    });
  });

  it('is read from a part of a larger buffer, too', async () => {
    const png = await picture().png().toBuffer();
    const larger = Buffer.concat([Buffer.alloc(7), png]);
    expect(readPictureHeader(larger.subarray(7)).width).toBe(width);
  });

  it('of an animated PNG is that of a PNG', async () => {
    const png = await picture().png().toBuffer();
    const animated = withPngChunk(png, 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    expect(readPictureHeader(animated)).toEqual({ type: 'png', width, height });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['an SVG behind an XML declaration', '<?xml version="1.0"?><svg width="9" height="9"/>'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj'],
    ['a ZIP', 'PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0'],
    ['a BMP', 'BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
    ['an icon', '\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0'],
    ['a Photoshop file', '8BPS\0\x01\0\0\0\0\0\0\0\x03'],
    ['a JPEG XL', '\xff\x0a\xfa\x1f\x01\x91\x08\x06\x01\0\0\0'],
    ['a JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['a sound file', 'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0'],
    ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0'],
    ['HTML', '<!doctype html><html><body>'],
    ['text', 'just a few words of text'],
    ['a BigTIFF', 'II\x2b\0\x08\0\0\0\x10\0\0\0\0\0\0\0'],
    ['very little', '\xff\xd8\xff'],
  ])('refuses %s', (_, text) => {
    expect(() => readPictureHeader(Buffer.from(text, 'latin1'))).toThrow(
      expect.objectContaining({ code: 'IMAGE_TYPE_UNSUPPORTED' }),
    );
  });

  it('is refused when it is cut off or says nothing', async () => {
    const unreadable = expect.objectContaining({ code: 'IMAGE_UNREADABLE' });
    for (const format of ['jpeg', 'png', 'webp', 'tiff', 'gif'] as const) {
      const bytes = await picture().toFormat(format).toBuffer();
      expect(() => readPictureHeader(bytes.subarray(0, 12))).toThrow(unreadable);
    }
    expect(() => readPictureHeader(heic('quadrants.heic').subarray(0, 100))).toThrow(unreadable);
    const empty = await picture().png().toBuffer();
    empty.writeUInt32BE(0, 16);
    expect(() => readPictureHeader(empty)).toThrow(unreadable);
  });

  it('looks at no more of a HEIF file than cameras write', () => {
    const heif = heic('quadrants.heic');
    const brands = Buffer.alloc(4_000_000, 'none');
    brands.write('heic', brands.length - 4);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(head.length + brands.length);
    head.write('ftyp', 4);
    expect(() => readPictureHeader(Buffer.concat([head, brands, heif.subarray(28)]))).toThrow(
      expect.objectContaining({ code: 'IMAGE_TYPE_UNSUPPORTED' }),
    );
    const empty = Buffer.alloc(8);
    empty.writeUInt32BE(8);
    empty.write('free', 4);
    const many = Buffer.concat(Array.from({ length: 10_000 }, () => empty));
    expect(() =>
      readPictureHeader(Buffer.concat([heif.subarray(0, 28), many, heif.subarray(28)])),
    ).toThrow(expect.objectContaining({ code: 'IMAGE_UNREADABLE' }));
  });

  it('never brings anything down, whatever the bytes', async () => {
    const files = await Promise.all(encoders.map(([, , encode]) => encode(picture()).toBuffer()));
    files.push(heic('quadrants.heic'), heic('quadrants-turned.heic'));
    const damage = fc.record({
      file: fc.constantFrom(...files),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.nat(1200), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(damage, ({ file, cut, flips }) => {
        const bytes = Uint8Array.from(file.subarray(0, Math.ceil(cut * file.length)));
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
        try {
          const read = readPictureHeader(bytes);
          expect(Number.isInteger(read.width) && read.width > 0).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ProteusError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
