import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeMask } from './close.ts';
import { createMask } from './create-mask.ts';
import { dilate } from './dilate.ts';
import { distanceTransform } from './distance-transform.ts';
import { erode } from './erode.ts';
import { openMask } from './open.ts';
import { thresholdPlane } from './threshold.ts';
import type { Mask } from './types.ts';

const masks = fc
  .record({
    width: fc.integer({ min: 1, max: 14 }),
    height: fc.integer({ min: 1, max: 14 }),
    density: fc.integer({ min: 0, max: 10 }),
  })
  .chain(({ width, height, density }) =>
    fc.array(fc.nat(9), { minLength: width * height, maxLength: width * height }).map(
      (values): Mask => ({
        width,
        height,
        data: Uint8Array.from(values, (value) => (value < density ? 1 + value : 0)),
      }),
    ),
  );

/** Looks at every set pixel for every pixel: the definition. */
function plainDistance({ width, height, data }: Mask): Float32Array {
  const squared = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < squared.length; i++) {
    for (let j = 0; j < squared.length; j++) {
      if (data[j] === 0) continue;
      const dx = (i % width) - (j % width);
      const dy = Math.floor(i / width) - Math.floor(j / width);
      squared[i] = Math.min(squared[i]!, dx * dx + dy * dy);
    }
  }
  return squared;
}

function maskOf(rows: readonly string[]): Mask {
  return {
    width: rows[0]!.length,
    height: rows.length,
    data: Uint8Array.from([...rows.join('')].map((sign) => (sign === '#' ? 255 : 0))),
  };
}

function drawn({ width, height, data }: Mask): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), (v) => (v === 0 ? '.' : '#')).join(''),
  );
}

describe('distanceTransform', () => {
  it('measures squared distances by hand', () => {
    const mask = maskOf(['#..', '...']);
    expect(distanceTransform(mask)).toEqual(Float32Array.of(0, 1, 4, 1, 2, 5));
  });

  it('equals the plain search', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        expect(distanceTransform(mask)).toEqual(plainDistance(mask));
      }),
    );
  });

  it('is infinite for an empty mask and finite along the whole diagonal', () => {
    expect(distanceTransform(createMask(2, 2))).toEqual(new Float32Array(4).fill(Infinity));
    const corner = createMask(300, 200);
    corner.data[0] = 1;
    expect(distanceTransform(corner).at(-1)).toBe(299 ** 2 + 199 ** 2);
  });
});

describe('dilate and erode', () => {
  it('draw a disc', () => {
    const dot = createMask(7, 7);
    dot.data[3 * 7 + 3] = 255;
    expect(drawn(dilate(dot, 2.3))).toEqual([
      '.......',
      '..###..',
      '.#####.',
      '.#####.',
      '.#####.',
      '..###..',
      '.......',
    ]);
  });

  it('equal a threshold on the distance', () => {
    fc.assert(
      fc.property(masks, fc.double({ min: 0, max: 16, noNaN: true }), (mask, radius) => {
        const near = plainDistance(mask).map((d) => (d <= radius * radius ? 255 : 0));
        expect(dilate(mask, radius).data).toEqual(Uint8Array.from(near));
        const inverse = { ...mask, data: mask.data.map((v) => (v === 0 ? 1 : 0)) };
        const far = plainDistance(inverse).map((d) => (d > radius * radius ? 255 : 0));
        expect(erode(mask, radius).data).toEqual(Uint8Array.from(far));
      }),
    );
  });

  it('equal it for a chequerboard too, which has as many runs as a picture can have', () => {
    const mask = createMask(301, 201);
    for (let i = 0; i < mask.data.length; i += 2) mask.data[i] = 255;
    const { data } = dilate(mask, 1);
    expect(data.every((value) => value === 255)).toBe(true);
    expect(erode(mask, 1).data.every((value) => value === 0)).toBe(true);
    expect(erode(mask, 0).data).toEqual(mask.data);
  });

  it('do not erode from the border of the picture', () => {
    expect(drawn(erode(maskOf(['###.', '###.', '###.']), 1))).toEqual(['##..', '##..', '##..']);
  });

  it('reach everything or nothing with an endless radius', () => {
    expect(drawn(dilate(maskOf(['#..', '...']), Infinity))).toEqual(['###', '###']);
    expect(drawn(dilate(maskOf(['...', '...']), Infinity))).toEqual(['...', '...']);
    expect(() => dilate(createMask(1, 1), -1)).toThrow(RangeError);
    expect(() => erode(createMask(1, 1), Number.NaN)).toThrow(RangeError);
  });
});

describe('openMask and closeMask', () => {
  it('remove a hair and keep the body', () => {
    expect(drawn(openMask(maskOf(['.......', '.###...', '.######', '.###...']), 1))).toEqual([
      '.......',
      '..##...',
      '.####..',
      '.###...',
    ]);
  });

  it('close a crack', () => {
    expect(drawn(closeMask(maskOf(['##.##', '##.##', '##.##']), 1))).toEqual([
      '#####',
      '#####',
      '#####',
    ]);
  });

  it('only remove, only add, and do nothing the second time', () => {
    fc.assert(
      fc.property(masks, fc.double({ min: 0, max: 4, noNaN: true }), (mask, radius) => {
        const opened = openMask(mask, radius);
        const closed = closeMask(mask, radius);
        for (let i = 0; i < mask.data.length; i++) {
          if (opened.data[i] !== 0) expect(mask.data[i]).not.toBe(0);
          if (mask.data[i] !== 0) expect(closed.data[i]).toBe(255);
        }
        expect(openMask(opened, radius)).toEqual(opened);
        expect(closeMask(closed, radius)).toEqual(closed);
      }),
    );
  });
});

describe('thresholdPlane', () => {
  it('sets what is above the level, and nothing that is no number', () => {
    const plane = { width: 4, height: 1, data: Float32Array.of(0.4, 0.5, 0.6, Number.NaN) };
    expect(thresholdPlane(plane, 0.5).data).toEqual(Uint8Array.of(0, 0, 255, 0));
  });
});
