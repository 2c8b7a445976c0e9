import { encodePicture } from '@proteus/platform/pictures/encode-picture.ts';
import { describe, expect, it, vi } from 'vitest';
import { createEarlyWriter } from './early-writer.ts';

vi.mock('@proteus/platform/pictures/encode-picture.ts', { spy: true });

const grey = (level: number) => ({ width: 2, height: 1, data: new Uint8Array(6).fill(level) });

describe('a writer that begins early', () => {
  it('writes a picture once that turns out to be the result', async () => {
    vi.mocked(encodePicture).mockClear();
    const writer = createEarlyWriter();
    const picture = grey(10);
    writer.begin(picture);
    const { bytes } = await writer.finish(picture);
    expect(encodePicture).toHaveBeenCalledTimes(1);
    expect(bytes).toEqual((await encodePicture(picture, { format: 'png' })).bytes);
  });

  it('writes the result where another picture was begun with', async () => {
    const writer = createEarlyWriter();
    writer.begin(grey(10));
    const better = grey(200);
    const { bytes } = await writer.finish(better);
    expect(bytes).toEqual((await encodePicture(better, { format: 'png' })).bytes);
  });

  it('writes the result where nothing was begun', async () => {
    const { bytes, contentType } = await createEarlyWriter().finish(grey(30));
    expect(contentType).toBe('image/png');
    expect(bytes.length).toBeGreaterThan(0);
  });
});
