import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { samplePath } from '@proteus/samples/sample-path.ts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { runProteus } from '../testing/run-proteus.ts';
import { testFolder } from '../testing/test-folder.ts';

const LIMIT_MS = 100_000;
const GARMENT = samplePath('garment');

describe('proteus clean', () => {
  it(
    'writes the garment alone, tightly cropped, and tells how far it is',
    async () => {
      const out = path.join(await testFolder(), 'new folder', 'alone.png');
      const { status, stdout, stderr } = await runProteus([
        'clean',
        '--garment',
        GARMENT,
        '--out',
        out,
      ]);
      expect(stderr).toMatch(/ingest \(\d+ %\)\n.*garment.*postprocess/s);
      expect(stdout).toContain(out);
      expect(stdout).toMatch(/confidence \d+ %/);
      expect(status).toBe(0);
      const [alone, photo] = [await sharp(out).metadata(), await sharp(GARMENT).metadata()];
      expect(alone).toMatchObject({ format: 'png', hasAlpha: true });
      expect(alone.width).toBeLessThan(photo.width);
      expect(alone.height).toBeLessThan(photo.height);
      const { info } = await sharp(out)
        .trim({ threshold: 0 })
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([alone.width, alone.height]);
    },
    LIMIT_MS,
  );

  it(
    'prints one JSON object for scripts, in any format with transparency',
    async () => {
      const out = path.join(await testFolder(), 'alone.webp');
      const outcome = await runProteus(['clean', '--garment', GARMENT, '--out', out, '--json']);
      expect(outcome).toMatchObject({ status: 0, stderr: '' });
      const { width, height, format, hasAlpha } = await sharp(out).metadata();
      expect({ format, hasAlpha }).toEqual({ format: 'webp', hasAlpha: true });
      expect(JSON.parse(outcome.stdout)).toEqual({
        out,
        width,
        height,
        category: 'upper',
        categoryConfidence: expect.any(Number),
        confidence: expect.any(Number),
        timings: expect.objectContaining({ total: expect.any(Number) }),
      });
    },
    LIMIT_MS,
  );

  it(
    'fails with status 1 and a code when there is no garment',
    async () => {
      const folder = await testFolder();
      const empty = path.join(folder, 'empty.png');
      const paper = { width: 400, height: 500, channels: 3, background: '#eee' } as const;
      await writeFile(empty, await sharp({ create: paper }).png().toBuffer());
      const out = path.join(folder, 'alone.png');
      const { status, stdout } = await runProteus([
        'clean',
        '--garment',
        empty,
        '--out',
        out,
        '--json',
      ]);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).error.code).toBe('GARMENT_NOT_FOUND');
      expect(await readdir(folder)).toEqual(['empty.png']);
    },
    LIMIT_MS,
  );

  it('refuses a file that is no picture, and names it', async () => {
    const folder = await testFolder();
    const letter = path.join(folder, 'letter.jpg');
    await writeFile(letter, 'Dear Sir or Madam,');
    const out = path.join(folder, 'alone.png');
    const { status, stderr } = await runProteus(['clean', '--garment', letter, '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toContain(`IMAGE_TYPE_UNSUPPORTED: ${letter}`);
  });

  it.each([
    ['an ending without transparency', 'alone.jpg', [], /must end in .png, .webp or .avif/],
    ['a category that is none', 'alone.png', ['--category', 'hat'], /Allowed choices/],
  ])('ends with status 2 for %s', async (_what, name, more, message) => {
    const out = path.join(await testFolder(), name);
    const outcome = await runProteus(['clean', '--garment', GARMENT, '--out', out, ...more]);
    expect(outcome.stderr).toMatch(message);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
  });
});
