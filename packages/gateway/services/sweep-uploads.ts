import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import { UPLOAD_FOLDER_PREFIX } from './receive-upload.ts';

const ROUND_INTERVAL_MS = 10 * 60_000;
/** No upload takes nearly as long: its process was killed. */
const STALE_AGE_MS = 60 * 60_000;

/**
 * Removes what killed processes left of uploads: pictures as people sent them, which must not stay.
 *
 * @param now milliseconds since the epoch.
 */
export async function removeStaleUploads(now: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(UPLOAD_FOLDER_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    // Its process, or another gateway on this machine, may remove it at the same time.
    const { mtimeMs } = (await stat(folder).catch(() => null)) ?? { mtimeMs: now };
    if (now - mtimeMs > STALE_AGE_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Does so now and every ten minutes, until the signal aborts. */
export async function sweepUploads(logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await removeStaleUploads(Date.now());
    } catch (error) {
      logger.error({ err: error }, 'stale uploads could not be removed');
    }
    await sleep(ROUND_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
