import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encodeIndexedPng } from './encode-indexed-png.ts';

const PALETTE = [
  [0, 0, 0],
  [255, 0, 0],
  [0, 200, 100],
] as const;

it('shows every label in its colour, whatever the size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 9 }),
      async (width, rows) => {
        const data = Uint8Array.from(rows.flatMap((row) => row.slice(0, width)));
        const labels = { width, height: rows.length, data };
        const png = await encodeIndexedPng(labels, PALETTE);
        const { data: pixels, info } = await sharp(png)
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.width, info.height, info.channels]).toEqual([width, rows.length, 3]);
        expect([...pixels]).toEqual([...data].flatMap((label) => [...PALETTE[label]!]));
      },
    ),
    { numRuns: 30 },
  );
});

it('writes an indexed picture, not one of colours', async () => {
  const png = await encodeIndexedPng({ width: 1, height: 1, data: Uint8Array.of(2) }, PALETTE);
  expect(await sharp(png).metadata()).toMatchObject({ isPalette: true, bitsPerSample: 8 });
});

it('refuses a label without a colour', async () => {
  const labels = { width: 1, height: 1, data: Uint8Array.of(3) };
  await expect(encodeIndexedPng(labels, PALETTE)).rejects.toThrow(RangeError);
});
