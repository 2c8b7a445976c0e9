import { expect, it } from 'vitest';
import { inspectPicture } from './inspect-picture.ts';
import { height, picture, testLimits, width } from './testing/test-pictures.ts';

const refusedAs = (code: string) => expect.objectContaining({ code });

it('accepts a picture that just meets the limits', async () => {
  const bytes = await picture().png().toBuffer();
  const exact = {
    maxBytes: bytes.length,
    maxPixels: width * height,
    minSide: Math.min(width, height),
    decodeTimeMs: 1000,
  };
  expect(inspectPicture(bytes, exact)).toEqual({ type: 'png', width, height });
  const check = (limits: object) => () => inspectPicture(bytes, { ...exact, ...limits });
  expect(check({ maxBytes: bytes.length - 1 })).toThrow(refusedAs('IMAGE_FILE_TOO_LARGE'));
  expect(check({ maxPixels: width * height - 1 })).toThrow(refusedAs('IMAGE_TOO_MANY_PIXELS'));
  expect(check({ minSide: height + 1 })).toThrow(refusedAs('IMAGE_TOO_SMALL'));
});

it('believes no header that claims more pixels than it may, nor needs their bytes', async () => {
  const png = await picture().png().toBuffer();
  png.writeUInt32BE(0xffff_ffff, 16);
  png.writeUInt32BE(0xffff_ffff, 20);
  expect(() => inspectPicture(png, testLimits)).toThrow(refusedAs('IMAGE_TOO_MANY_PIXELS'));
  const gif = await picture().gif().toBuffer();
  gif.writeUInt32LE(0xffff_ffff, 6);
  expect(() => inspectPicture(gif, testLimits)).toThrow(refusedAs('IMAGE_TOO_MANY_PIXELS'));
});

it('tells an empty file from a wrong one', () => {
  expect(() => inspectPicture(new Uint8Array(), testLimits)).toThrow(refusedAs('IMAGE_MISSING'));
  expect(() => inspectPicture(new Uint8Array(100), testLimits)).toThrow(
    refusedAs('IMAGE_TYPE_UNSUPPORTED'),
  );
});
