import sharp from 'sharp';
import { expect, it } from 'vitest';
import { normalisePicture } from './normalise-picture.ts';
import { height, picture, quarters, testLimits, width } from './testing/test-pictures.ts';

const { signal } = new AbortController();
const normalise = (bytes: Uint8Array) => normalisePicture(bytes, testLimits, signal);

it('makes a PNG of the same pixels', async () => {
  const { bytes, contentType, ...rest } = await normalise(
    await picture().webp({ lossless: true }).toBuffer(),
  );
  expect([contentType, rest.width, rest.height]).toEqual(['image/png', width, height]);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ format: 'raw', width, height, channels: 3 });
  expect(Buffer.compare(data, quarters())).toBe(0);
});

it('leaves nothing of what the file said about place, camera and owner', async () => {
  const bytes = await picture()
    .jpeg()
    .withExif({
      IFD0: { Artist: 'A Secret Name', Make: 'Camera' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">A Secret Name</x:xmpmeta>')
    .withIccProfile('p3', { attach: true })
    .toBuffer();
  expect(bytes.includes('A Secret Name')).toBe(true);
  const normal = await normalise(bytes);
  const { exif, xmp, iptc, icc, orientation, comments } = await sharp(normal.bytes).metadata();
  expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
  expect(Buffer.from(normal.bytes).includes('A Secret Name')).toBe(false);
});

it('knows the same picture in two files, and a different one', async () => {
  const png = await normalise(await picture().png().toBuffer());
  const tiff = await normalise(await picture().tiff({ compression: 'lzw' }).toBuffer());
  const flipped = await normalise(await picture().flop().png().toBuffer());
  expect(png.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(tiff.sha256).toBe(png.sha256);
  expect(Buffer.compare(tiff.bytes, png.bytes)).toBe(0);
  expect(flipped.sha256).not.toBe(png.sha256);
});
