import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { expect, it } from 'vitest';
import { trimAnalyses } from './trim-analyses.ts';

it('removes analyses that are too old, and ends when it is told to', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus analyses-'));
  const stop = new AbortController();
  try {
    for (const name of ['old', 'new']) await writeFile(path.join(folder, name), 'an analysis');
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(path.join(folder, 'old'), hourAgo, hourAgo);
    const limits = { folder, maxBytes: 1e6, maxAgeMs: 1_800_000 };
    const trimming = trimAnalyses(limits, createLogger({ level: 'silent' }), stop.signal);
    await expect.poll(() => readdir(folder)).toEqual(['new']);
    stop.abort();
    await trimming;
  } finally {
    stop.abort();
    await rm(folder, { recursive: true });
  }
});
