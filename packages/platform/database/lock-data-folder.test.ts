import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proteus-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives a data folder to one holder at a time', () => {
  const release = lockDataFolder(folder);
  expect(release).not.toBeNull();
  expect(lockDataFolder(folder)).toBeNull();
  release?.();
  const again = lockDataFolder(folder);
  expect(again).not.toBeNull();
  again?.();
});
