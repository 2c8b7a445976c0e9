import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSettings } from './load-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proteus settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('prefers the environment to the file, and the file to the defaults', () => {
  const file = join(folder, '.env');
  writeFileSync(file, 'PORT=1111\nMAX_QUEUE=7 # few\nPUBLIC_URL="https://try.example/"\n');
  const loaded = loadSettings({ PORT: '2222' }, undefined, file);
  expect(loaded).toMatchObject({
    ok: true,
    settings: { PORT: 2222, MAX_QUEUE: 7, PUBLIC_URL: 'https://try.example', HOST: '127.0.0.1' },
  });
  expect(process.env.MAX_QUEUE).toBeUndefined();
});

it('does without a file', () => {
  expect(loadSettings({}, undefined, join(folder, 'none')).ok).toBe(true);
});
