import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropMask, cropPlane, cropRgb } from './crop.ts';
import { flipMask, flipPlane, flipRgb } from './flip.ts';
import { applyOrientation, type Orientation } from './orientation.ts';
import { padMask, padPlane, padRgb } from './pad.ts';
import type { RgbImage } from './types.ts';

/** Three channels that differ from each other, so that a mix-up shows. */
function imageOf(rows: readonly (readonly number[])[]): RgbImage {
  return {
    width: rows[0]!.length,
    height: rows.length,
    data: Uint8Array.from(rows.flat().flatMap((v) => [v, v + 100, v + 200])),
  };
}

const letter = imageOf([
  [1, 2],
  [3, 4],
  [5, 6],
]);

describe('applyOrientation', () => {
  it.each([
    [
      1,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    [
      2,
      [
        [2, 1],
        [4, 3],
        [6, 5],
      ],
    ],
    [
      3,
      [
        [6, 5],
        [4, 3],
        [2, 1],
      ],
    ],
    [
      4,
      [
        [5, 6],
        [3, 4],
        [1, 2],
      ],
    ],
    [
      5,
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
    ],
    [
      6,
      [
        [5, 3, 1],
        [6, 4, 2],
      ],
    ],
    [
      7,
      [
        [6, 4, 2],
        [5, 3, 1],
      ],
    ],
    [
      8,
      [
        [2, 4, 6],
        [1, 3, 5],
      ],
    ],
  ] as const)('makes orientation %d upright', (orientation, rows) => {
    expect(applyOrientation(letter, orientation)).toEqual(imageOf(rows));
  });

  it('is undone by the opposite turn, and by itself where it is a flip', () => {
    const opposite: Record<Orientation, Orientation> = {
      1: 1,
      2: 2,
      3: 3,
      4: 4,
      5: 5,
      6: 8,
      7: 7,
      8: 6,
    };
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      const turned = applyOrientation(letter, orientation);
      expect(applyOrientation(turned, opposite[orientation])).toEqual(letter);
    }
  });
});

describe('flip', () => {
  it('exchanges left and right in every kind of raster', () => {
    expect(flipRgb(letter)).toEqual(
      imageOf([
        [2, 1],
        [4, 3],
        [6, 5],
      ]),
    );
    expect(flipPlane({ width: 3, height: 1, data: Float32Array.of(1, 2, 3) }).data).toEqual(
      Float32Array.of(3, 2, 1),
    );
    expect(flipMask({ width: 2, height: 2, data: Uint8Array.of(1, 2, 3, 4) }).data).toEqual(
      Uint8Array.of(2, 1, 4, 3),
    );
  });
});

describe('pad and crop', () => {
  it('pads by hand', () => {
    const padding = { left: 1, top: 0, right: 0, bottom: 1 };
    expect(padRgb(imageOf([[7]]), padding, [1, 2, 3]).data).toEqual(
      Uint8Array.of(1, 2, 3, 7, 107, 207, 1, 2, 3, 1, 2, 3),
    );
    expect(padPlane({ width: 1, height: 1, data: Float32Array.of(7) }, padding, -1).data).toEqual(
      Float32Array.of(-1, 7, -1, -1),
    );
    expect(padMask({ width: 1, height: 1, data: Uint8Array.of(7) }, padding).data).toEqual(
      Uint8Array.of(0, 7, 0, 0),
    );
  });

  it('crops what was padded back to the same', () => {
    const side = fc.nat(5);
    fc.assert(
      fc.property(side, side, side, side, (left, top, right, bottom) => {
        const padding = { left, top, right, bottom };
        const rectangle = { x: left, y: top, width: 2, height: 3 };
        const plane = { width: 2, height: 3, data: Float32Array.of(1, 2, 3, 4, 5, 6) };
        const mask = { ...plane, data: Uint8Array.from(plane.data) };
        expect(cropRgb(padRgb(letter, padding, [0, 0, 0]), rectangle)).toEqual(letter);
        expect(cropPlane(padPlane(plane, padding), rectangle)).toEqual(plane);
        expect(cropMask(padMask(mask, padding, 9), rectangle)).toEqual(mask);
      }),
    );
  });

  it.each([
    { x: -1, y: 0, width: 1, height: 1 },
    { x: 0, y: 1, width: 1, height: 3 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: 0.5, y: 0, width: 1, height: 1 },
  ])('refuse a rectangle that does not fit: %o', (rectangle) => {
    expect(() => cropRgb(letter, rectangle)).toThrow(RangeError);
  });

  it('refuse negative padding', () => {
    const padding = { left: -1, top: 0, right: 0, bottom: 0 };
    expect(() => padRgb(letter, padding, [0, 0, 0])).toThrow(RangeError);
  });
});
