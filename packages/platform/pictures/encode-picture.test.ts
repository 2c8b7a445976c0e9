import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encodePicture, PICTURE_FORMATS } from './encode-picture.ts';
import { height, quarters, width } from './testing/test-pictures.ts';

const image = { width, height, data: quarters() };

it.each(PICTURE_FORMATS)('writes %s, without metadata', async (format) => {
  const { bytes, contentType } = await encodePicture(image, { format });
  expect(contentType).toBe(`image/${format}`);
  const metadata = await sharp(bytes).metadata();
  expect(metadata).toMatchObject({ format: format === 'avif' ? 'heif' : format, width, height });
  expect(metadata.exif).toBeUndefined();
});

it('shrinks to a width, and never enlarges', async () => {
  const small = await encodePicture(image, { format: 'png', width: width / 2 });
  expect(await sharp(small.bytes).metadata()).toMatchObject({
    width: width / 2,
    height: height / 2,
  });
  const same = await encodePicture(image, { format: 'png', width: width * 2 });
  expect(await sharp(same.bytes).metadata()).toMatchObject({ width, height });
});

it('takes a picture file as well as pixels, and lays alpha on white for JPEG', async () => {
  const data = new Uint8Array(width * height * 4);
  const { bytes: png } = await encodePicture({ width, height, data }, { format: 'png' });
  expect(await sharp(png).metadata()).toMatchObject({ channels: 4 });
  const { bytes: jpeg } = await encodePicture(png, { format: 'jpeg' });
  expect([...(await sharp(jpeg).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
});

it('gives the same bytes for the same pixels', async () => {
  for (const format of PICTURE_FORMATS) {
    const [one, two] = await Promise.all([
      encodePicture(image, { format }),
      encodePicture(image, { format }),
    ]);
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  }
});
