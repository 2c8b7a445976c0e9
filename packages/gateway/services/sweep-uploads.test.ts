import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UPLOAD_FOLDER_PREFIX } from './receive-upload.ts';
import { removeStaleUploads } from './sweep-uploads.ts';

const HOUR_MS = 3_600_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus-sweep-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('removes uploads that were left behind, and no others', async () => {
  const now = Date.now();
  const ages = { [`${UPLOAD_FOLDER_PREFIX}old`]: 2, [`${UPLOAD_FOLDER_PREFIX}new`]: 0, another: 2 };
  for (const [name, hours] of Object.entries(ages)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, '0'), 'a picture');
    const time = new Date(now - hours * HOUR_MS);
    await utimes(join(folder, name), time, time);
  }
  await removeStaleUploads(now);
  expect((await readdir(folder)).sort()).toEqual(['another', `${UPLOAD_FOLDER_PREFIX}new`]);
});
