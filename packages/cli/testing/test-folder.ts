import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { addPreparedNetworks } from './prepared-networks.ts';

/** An empty folder, with a space in its path, that lives as long as the test. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder that lives as long as the test, with the networks in it. */
export async function testDataFolder(): Promise<string> {
  const folder = await testFolder();
  await addPreparedNetworks(folder);
  return folder;
}
