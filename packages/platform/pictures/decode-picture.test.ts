import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decode-picture.ts';
import {
  height,
  picture,
  pngChunk,
  quarters,
  testLimits,
  width,
  withOrientation,
  withPngChunk,
} from './testing/test-pictures.ts';

const { signal } = new AbortController();
const decode = (bytes: Uint8Array) => decodePicture(bytes, testLimits, signal);
const heic = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The colours in the middle of the four quarters, as they are read. */
function quarterColours({ width, height, data }: Pixels): number[][] {
  const channels = data.length / (width * height);
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x, y]) => {
    const at = (Math.floor(y! * height) * width + Math.floor(x! * width)) * channels;
    return [...data.subarray(at, at + channels)];
  });
}

function expectColours(pixels: Pixels, expected: readonly number[][], tolerance: number): void {
  const found = quarterColours(pixels).flat();
  const difference = found.map((value, index) => Math.abs(value - expected.flat()[index]!));
  expect(found).toHaveLength(expected.flat().length);
  expect(Math.max(...difference)).toBeLessThanOrEqual(tolerance);
}

const RED = [220, 30, 30];
const GREEN = [30, 200, 40];
const BLUE = [30, 40, 210];
const GREY = [128, 128, 128];
const COLOURS = [RED, GREEN, BLUE, GREY];

describe('decoding', () => {
  it('hands out pixels whose copies are copies (a Buffer would share its memory)', async () => {
    const { data } = await decode(await picture().png().toBuffer());
    const [first] = data;
    data.slice().fill(first! ^ 255);
    expect(data[0]).toBe(first);
  });

  it.each<readonly [string, (from: Sharp) => Sharp]>([
    ['a PNG', (from) => from.png()],
    ['a palette PNG', (from) => from.png({ palette: true })],
    ['a 16-bit PNG', (from) => from.toColourspace('rgb16').png()],
    ['a lossless WebP', (from) => from.webp({ lossless: true })],
    ['an LZW TIFF', (from) => from.tiff({ compression: 'lzw' })],
    ['a GIF', (from) => from.gif()],
    ['a PNG with an opaque alpha channel', (from) => from.ensureAlpha(1).png()],
  ])('%s gives back its very pixels', async (_, encode) => {
    const decoded = await decode(await encode(picture()).toBuffer());
    expect(decoded).toMatchObject({ width, height });
    expect(Buffer.compare(decoded.data, quarters())).toBe(0);
  });

  it.each<readonly [string, number, (from: Sharp) => Sharp]>([
    ['a JPEG', 4, (from) => from.jpeg({ quality: 95 })],
    ['a lossy WebP', 8, (from) => from.webp({ quality: 95 })],
    ['an AVIF', 8, (from) => from.avif({ quality: 90, effort: 0 })],
    ['a 10-bit AVIF', 8, (from) => from.avif({ quality: 90, effort: 0, bitdepth: 10 })],
    [
      'a floating-point TIFF',
      2,
      (from) => from.toColourspace('scrgb').tiff({ compression: 'none' }),
    ],
    ['a Lab TIFF', 3, (from) => from.toColourspace('lab').tiff({ compression: 'none' })],
    ['a PNG in Display P3', 4, (from) => from.png().withIccProfile('p3')],
    ['a JPEG in Display P3', 6, (from) => from.jpeg({ quality: 95 }).withIccProfile('p3')],
  ])('%s gives its colours within %d', async (_, tolerance, encode) => {
    expectColours(await decode(await encode(picture()).toBuffer()), COLOURS, tolerance);
  });

  it.each<readonly [string, (from: Sharp) => Sharp]>([
    ['TIFF', (from) => from.toColourspace('cmyk').tiff({ compression: 'none' })],
    ['JPEG', (from) => from.toColourspace('cmyk').jpeg({ quality: 95 })],
  ])('a CMYK %s gives its colours as far as ink can print them', async (_, encode) => {
    const decoded = await decode(await encode(picture()).toBuffer());
    // Saturated colours lose the most; an inverted picture would be further off still.
    expectColours(decoded, COLOURS, 90);
    const grey = quarterColours(decoded)[3]!;
    expect(Math.max(...grey.map((value) => Math.abs(value - 128)))).toBeLessThan(16);
  });

  it.each<readonly [string, (from: Sharp) => Sharp]>([
    ['an 8-bit PNG', (from) => from.greyscale().png()],
    ['a 16-bit PNG', (from) => from.toColourspace('grey16').png()],
    ['a JPEG', (from) => from.greyscale().jpeg()],
  ])('%s of greys gives three equal channels', async (_, encode) => {
    const colours = quarterColours(await decode(await encode(picture()).toBuffer()));
    expect(colours[3]).toEqual(GREY);
    for (const [red, green, blue] of colours) expect([red, red]).toEqual([green, blue]);
  });

  it('keeps the alpha of a picture that is not opaque, of greys as well', async () => {
    const seeThrough = await decode(await picture().ensureAlpha(0.5).png().toBuffer());
    expectColours(
      seeThrough,
      COLOURS.map((colour) => [...colour, 127]),
      1,
    );
    const grey = await decode(await picture().greyscale().ensureAlpha(0.5).png().toBuffer());
    expect(quarterColours(grey)[3]).toEqual([...GREY, 127]);
  });

  it('takes the first frame of an animation', async () => {
    const other = await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const frames = [await picture().png().toBuffer(), other, other];
    for (const format of ['gif', 'webp'] as const) {
      const animation = await sharp(frames, { join: { animated: true } })
        .toFormat(format, { lossless: true })
        .toBuffer();
      const decoded = await decode(animation);
      expect(decoded).toMatchObject({ width, height });
      expectColours(decoded, COLOURS, 4);
    }
  });

  it('turns a picture upright for each of the eight EXIF orientations, to the pixel', async () => {
    const jpeg = await picture().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    const upright = await decode(jpeg);
    // Where the upright picture's pixel (x, y) is found in the stored one (`right`, `down`: last index).
    const sources: Record<number, (x: number, y: number) => readonly [number, number]> = {
      1: (x, y) => [x, y],
      2: (x, y) => [width - 1 - x, y],
      3: (x, y) => [width - 1 - x, height - 1 - y],
      4: (x, y) => [x, height - 1 - y],
      5: (x, y) => [y, x],
      6: (x, y) => [y, height - 1 - x],
      7: (x, y) => [width - 1 - y, height - 1 - x],
      8: (x, y) => [width - 1 - y, x],
    };
    for (const [orientation, source] of Object.entries(sources)) {
      const turned = await decode(withOrientation(jpeg, Number(orientation)));
      const swaps = Number(orientation) >= 5;
      expect([turned.width, turned.height]).toEqual(swaps ? [height, width] : [width, height]);
      const expected = new Uint8Array(upright.data.length);
      for (let y = 0; y < turned.height; y++) {
        for (let x = 0; x < turned.width; x++) {
          const [fromX, fromY] = source(x, y);
          const from = (fromY * width + fromX) * 3;
          expected.set(upright.data.subarray(from, from + 3), (y * turned.width + x) * 3);
        }
      }
      expect(Buffer.compare(turned.data, expected), `orientation ${orientation}`).toBe(0);
    }
  });

  it('reads HEIC, and turns it as the file says (not by its EXIF as well)', async () => {
    const straight = await decode(heic('quadrants.heic'));
    expect([straight.width, straight.height]).toEqual([320, 256]);
    expectColours(straight, COLOURS, 4);
    const turned = await decode(heic('quadrants-turned.heic'));
    expect([turned.width, turned.height]).toEqual([256, 320]);
    expectColours(turned, [BLUE, RED, GREY, GREEN], 4);
  });

  it('brings a HEIC in Display P3 to sRGB', async () => {
    expectColours(await decode(heic('quadrants-p3.heic')), COLOURS, 4);
  });

  it('refuses a file that is cut off anywhere behind its header', async () => {
    const files = [
      await picture().jpeg().toBuffer(),
      await picture().png().toBuffer(),
      await picture().webp().toBuffer(),
      await picture().avif({ effort: 0 }).toBuffer(),
      await picture().tiff({ compression: 'lzw' }).toBuffer(),
      heic('quadrants.heic'),
    ];
    for (const file of files) {
      for (const share of [0.5, 0.8, 0.9]) {
        await expect(decode(file.subarray(0, share * file.length))).rejects.toMatchObject({
          code: 'IMAGE_UNREADABLE',
        });
      }
    }
  });

  it('takes no offence at what phones append to their pictures', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const) {
      const file = await picture().toFormat(format, { effort: 1 }).toBuffer();
      const decoded = await decode(Buffer.concat([file, Buffer.alloc(5000, 'film')]));
      expectColours(decoded, COLOURS, 8);
    }
  });

  it('does not unpack bombs in the chunks of a PNG', async () => {
    const png = await picture().png().toBuffer();
    const bomb = deflateSync(Buffer.alloc(100_000_000));
    const before = process.memoryUsage.rss();
    for (const [type, head] of [
      ['zTXt', 'Comment\0\0'],
      ['iTXt', 'Comment\0\x01\0\0\0'],
      ['iCCP', 'profile\0\0'],
    ] as const) {
      const bytes = withPngChunk(png, type, Buffer.concat([Buffer.from(head, 'latin1'), bomb]));
      const outcome = await decode(bytes).then(
        ({ data }) => Buffer.compare(data, quarters()),
        ({ code }) => code,
      );
      expect([0, 'IMAGE_UNREADABLE']).toContain(outcome);
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(80_000_000);
  });

  it('stops at the size that the header gave when the pixels go on', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(64, 0);
    header.writeUInt32BE(64, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const bytes = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.alloc(100_000_000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
    const outcome = await decode(bytes).then(
      ({ data }) => data.length,
      ({ code }) => code,
    );
    expect([64 * 64 * 3, 'IMAGE_UNREADABLE']).toContain(outcome);
  });

  it('decodes nothing once it was told to stop', async () => {
    const png = await picture().png().toBuffer();
    await expect(decodePicture(png, testLimits, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
