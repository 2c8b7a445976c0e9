import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { samplePath } from '@proteus/samples/sample-path.ts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { runProteus } from '../testing/run-proteus.ts';
import { testFolder } from '../testing/test-folder.ts';

const LIMIT_MS = 100_000;
const PERSON = samplePath('person');
const GARMENT = samplePath('garment');

/** Parameters of a try-on of the samples; later ones win. */
function tryOn(out: string, ...more: string[]): string[] {
  return ['tryon', '--user', PERSON, '--garment', GARMENT, '--out', out, ...more];
}

describe('proteus tryon', () => {
  it(
    'writes the picture, tells of every stage, and keeps what came between when asked',
    async () => {
      const folder = await testFolder();
      const out = path.join(folder, 'new folder', 'result.webp');
      const keep = path.join(folder, 'kept');
      const { status, stdout, stderr } = await runProteus(tryOn(out, '--keep', keep));

      expect(stderr).toMatch(/ingest \(\d+ %\)\n.*person-parsing.*quality/s);
      expect(stdout).toContain(out);
      expect(stdout).toMatch(/confidence \d+ %/);
      expect(status).toBe(0);
      const [result, person] = [await sharp(out).metadata(), await sharp(PERSON).metadata()];
      expect(result.format).toBe('webp');
      expect([result.width, result.height]).toEqual([person.width, person.height]);
      expect(await readdir(keep)).toEqual(
        expect.arrayContaining(['person_mask.png', 'person_parts.png', 'warped_garment.png']),
      );
    },
    LIMIT_MS,
  );

  it(
    'prints one JSON object for scripts, and the same bytes for the same seed',
    async () => {
      const folder = await testFolder();
      const [one, two] = [path.join(folder, '1.png'), path.join(folder, '2.png')];
      const first = await runProteus(tryOn(one, '--json', '--seed', '7', '--category', 'upper'));
      const second = await runProteus(tryOn(two, '--json', '--seed', '7', '--category', 'upper'));

      expect(first).toMatchObject({ status: 0, stderr: '' });
      expect(second.status).toBe(0);
      expect(JSON.parse(first.stdout)).toMatchObject({
        out: one,
        category: 'upper',
        warnings: expect.any(Array),
        quality: { score: expect.any(Number) },
        timings: { total: expect.any(Number) },
      });
      expect(await readFile(one)).toEqual(await readFile(two));
    },
    LIMIT_MS,
  );

  it(
    'fails with status 1 and a code when nobody is in the photo',
    async () => {
      const out = path.join(await testFolder(), 'result.jpg');
      const { status, stdout } = await runProteus(tryOn(out, '--user', GARMENT, '--json'));
      expect(status).toBe(1);
      expect(JSON.parse(stdout).error.code).toBe('NO_PERSON');
      expect(await readdir(path.dirname(out))).toEqual([]);
    },
    LIMIT_MS,
  );

  it('refuses a file that is no picture, and names it', async () => {
    const folder = await testFolder();
    const letter = path.join(folder, 'letter.jpg');
    await writeFile(letter, 'Dear Sir or Madam,');
    const { status, stderr } = await runProteus(
      tryOn(path.join(folder, 'out.jpg'), '--user', letter),
    );
    expect(status).toBe(1);
    expect(stderr).toContain(`IMAGE_TYPE_UNSUPPORTED: ${letter}`);
    expect(stderr).not.toContain(' at ');
  });

  it.each([
    ['a file that is not there', ['--user', 'no/such/file.jpg'], /no file no\/such\/file.jpg/],
    ['a folder instead of a file', ['--user', '.'], /is a folder/],
    ['an ending that is no format', ['--out', 'result.bmp'], /--out must end in/],
    ['a seed that is none', ['--seed', '-1'], /whole number/],
    ['a category that is none', ['--category', 'hat'], /Allowed choices/],
    ['an option that is none', ['--sed', '1'], /unknown option/],
  ])('ends with status 2 for %s', async (_what, parameters, message) => {
    const out = path.join(await testFolder(), 'result.jpg');
    const { status, stdout, stderr } = await runProteus(tryOn(out, ...parameters));
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('ends with status 2 when a photo is not named at all', async () => {
    const { status, stderr } = await runProteus(['tryon', '--user', PERSON]);
    expect(stderr).toContain("'--garment <file>' not specified");
    expect(status).toBe(2);
  });

  it(
    'stops at Ctrl-C in the middle, with nothing half-written',
    async () => {
      const folder = await testFolder();
      const { status, stderr } = await runProteus(tryOn(path.join(folder, 'result.png')), {
        interrupt: { signal: 'SIGINT', at: 'person-parsing' },
      });
      expect(stderr).toContain('CANCELED');
      expect(stderr).not.toContain('quality (');
      expect(status).toBe(130);
      expect(await readdir(folder)).toEqual([]);
    },
    LIMIT_MS,
  );
});
