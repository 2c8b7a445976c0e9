import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../testing/test-folder.ts';
import { readCorrections } from './read-corrections.ts';

async function fileWith(text: string): Promise<string> {
  const file = path.join(await testFolder(), 'corrections.json');
  await writeFile(file, text);
  return file;
}

it('reads a file, and puts the option before what the file says', async () => {
  const file = await fileWith('{"garment_landmarks":{"crotch":{"x":0.5,"y":0.4}},"tuck":"in"}');
  const landmarks = { crotch: { x: 0.5, y: 0.4 } };
  expect(await readCorrections(file, undefined)).toEqual({
    garment_landmarks: landmarks,
    person_mask: [],
    tuck: 'in',
  });
  expect((await readCorrections(file, 'out')).tuck).toBe('out');
});

it('corrects nothing when nothing is said', async () => {
  expect(await readCorrections(undefined, undefined)).toEqual({
    garment_landmarks: {},
    person_mask: [],
    tuck: 'auto',
  });
});

it('names every field that is wrong, and files that are not there or no JSON', async () => {
  const wrong = await fileWith('{"tuck":"sideways","garment_landmarks":{"crotch":{"x":2,"y":0}}}');
  await expect(readCorrections(wrong, undefined)).rejects.toThrow(
    /garment_landmarks\.crotch\.x.*\n.*tuck|tuck.*\n.*garment_landmarks\.crotch\.x/,
  );
  await expect(readCorrections(await fileWith('{'), undefined)).rejects.toThrow('is not JSON');
  await expect(readCorrections('no-such-file.json', undefined)).rejects.toThrow('ENOENT');
});
