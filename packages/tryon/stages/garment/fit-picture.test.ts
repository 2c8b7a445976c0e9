import { describe, expect, it } from 'vitest';
import { fitPicture } from './fit-picture.ts';

describe('fitPicture', () => {
  it('keeps the proportions and fills up with the border colour', () => {
    const data = new Uint8Array(20 * 10 * 3).fill(200);
    data.fill(10, (5 * 20 + 10) * 3, (5 * 20 + 11) * 3);
    const { picture, frame, matte } = fitPicture(
      { width: 20, height: 10, data },
      { width: 40, height: 60 },
    );
    expect(frame).toEqual({ x: 0, y: 20, width: 40, height: 20 });
    expect(matte).toBeNull();
    expect([...picture.data.subarray(0, 3)]).toEqual([200, 200, 200]);
    expect(picture.data[((20 + 10) * 40 + 20) * 3]).toBeLessThan(120);
  });

  it('hands on alpha only where some pixel is transparent', () => {
    const opaque = new Uint8Array(4 * 4 * 4).fill(255);
    const size = { width: 4, height: 4 };
    expect(fitPicture({ ...size, data: opaque }, size).matte).toBeNull();
    const cut = new Uint8Array(opaque);
    cut.set([9, 9, 9, 0], 0);
    const fitted = fitPicture({ ...size, data: cut }, size);
    expect([...fitted.matte!.data.subarray(0, 2)]).toEqual([0, 1]);
    expect([...fitted.picture.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});
