import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { createFolderCache } from '@proteus/platform/cache/create-folder-cache.ts';
import { createLayeredCache } from '@proteus/platform/cache/create-layered-cache.ts';
import { createMemoryCache } from '@proteus/platform/cache/create-memory-cache.ts';
import type { FolderLimits } from '@proteus/platform/cache/trim-folder.ts';

/** A folder that engines share, over restarts too. */
export interface SharedFolder extends FolderLimits {
  readonly folder: string;
}

/** Where an engine keeps analyses. */
export interface EngineCacheOptions {
  /** Of the process's own memory; 0 = none. */
  readonly memoryBytes: number;
  readonly shared: SharedFolder | null;
}

/** @returns null when nothing is to be kept. */
export function createEngineCache({ memoryBytes, shared }: EngineCacheOptions): ByteCache | null {
  const near = memoryBytes > 0 ? createMemoryCache(memoryBytes) : null;
  const far = shared === null ? null : createFolderCache(shared.folder, shared);
  return near !== null && far !== null ? createLayeredCache(near, far) : (near ?? far);
}
