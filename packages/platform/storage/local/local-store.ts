import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { contentTypeOfKey } from '../content-type.ts';
import { assertObjectKey } from '../object-key.ts';
import type { ByteRange, ObjectInfo, ObjectStore } from '../object-store.ts';
import { listFiles } from './list-files.ts';
import {
  type PresignedGrant,
  type PresignedRequest,
  signForm,
  signGrant,
  verifyPresigned,
} from './presigned-urls.ts';
import { removeEmptyFolders } from './remove-empty-folders.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export interface LocalStoreOptions {
  /** Made when it is not there. */
  readonly folder: string;
  /** Signs the presigned addresses. */
  readonly secret: string;
  /** What comes before `/storage/` in presigned addresses; empty for addresses on the same host. */
  readonly baseUrl: string;
  /** Milliseconds since the epoch; the clock when left out. */
  readonly now?: () => number;
}

/** Objects as files, and the check of the addresses under which the gateway serves them. */
export interface LocalStore extends ObjectStore {
  /** What a request to a presigned address may do; null when nothing. */
  verifyPresigned(request: PresignedRequest): PresignedGrant | null;
}

const UNKNOWN_TYPE = 'application/octet-stream';
/** Age at which a temporary file can only be what a killed process left. */
const ABANDONED_MS = 60 * 60 * 1000;

/**
 * Opens an object store in a folder: `objects/KEY` holds the bytes, `types/KEY` the content type where
 * the key's extension does not tell it.
 */
export async function openLocalStore({
  folder,
  secret,
  baseUrl,
  now = Date.now,
}: LocalStoreOptions): Promise<LocalStore> {
  const objects = join(folder, 'objects');
  const types = join(folder, 'types');
  const temporary = join(folder, 'temporary');
  for (const path of [objects, types, temporary]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  }
  await removeAbandoned(temporary, now());

  async function read(path: string, signal: AbortSignal): Promise<Uint8Array | null> {
    try {
      return await readFile(path, { signal });
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function describe(key: string, signal: AbortSignal): Promise<ObjectInfo | null> {
    signal.throwIfAborted();
    const file = await statFile(join(objects, key));
    if (file === null) return null;
    const noted = await read(join(types, key), signal);
    const contentType =
      noted === null ? (contentTypeOfKey(key) ?? UNKNOWN_TYPE) : Buffer.from(noted).toString();
    return { key, contentType, ...file };
  }

  return {
    async put(key, bytes, contentType, signal) {
      assertObjectKey(key);
      signal.throwIfAborted();
      if (contentType === contentTypeOfKey(key)) {
        await rm(join(types, key), { force: true });
      } else {
        await writeFileAtomically(join(types, key), Buffer.from(contentType), temporary, signal);
      }
      await writeFileAtomically(join(objects, key), bytes, temporary, signal);
    },
    async get(key, signal, range) {
      assertObjectKey(key);
      signal.throwIfAborted();
      const path = join(objects, key);
      const bytes = await (range ? readPart(path, range) : read(path, signal));
      if (bytes === null) throw new ProteusError('NOT_FOUND');
      return bytes;
    },
    async head(key, signal) {
      assertObjectKey(key);
      return describe(key, signal);
    },
    async remove(key, signal) {
      assertObjectKey(key);
      signal.throwIfAborted();
      for (const root of [objects, types]) {
        await rm(join(root, key), { force: true });
        await removeEmptyFolders(root, key);
      }
    },
    async *list(prefix, signal) {
      for await (const key of listFiles(objects, prefix, signal)) {
        const file = await statFile(join(objects, key));
        if (file !== null) yield { key, ...file };
      }
    },
    async presignGet(key, expiresInSeconds) {
      assertObjectKey(key);
      const expiresAt = now() + expiresInSeconds * 1000;
      return signGrant(secret, baseUrl, { method: 'GET', key, expiresAt, upload: null });
    },
    async presignPut(key, { contentType, bytes, expiresInSeconds }) {
      assertObjectKey(key);
      const expiresAt = now() + expiresInSeconds * 1000;
      const upload = { contentType, bytes };
      return signGrant(secret, baseUrl, { method: 'PUT', key, expiresAt, upload });
    },
    async presignPost(key, { contentType, maxBytes, expiresInSeconds }) {
      assertObjectKey(key);
      const expiresAt = now() + expiresInSeconds * 1000;
      const upload = { contentType, bytes: maxBytes };
      return signForm(secret, baseUrl, { key, expiresAt, upload });
    },
    async check(signal) {
      const probe = join(temporary, 'check', 'probe');
      await writeFileAtomically(probe, new Uint8Array(1), temporary, signal);
      await rm(probe, { force: true });
    },
    verifyPresigned: (request) => verifyPresigned(secret, request, now()),
  };
}

async function statFile(path: string): Promise<{ size: number; modifiedAt: number } | null> {
  const file = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  return file?.isFile() ? { size: file.size, modifiedAt: Math.floor(file.mtimeMs) } : null;
}

/** The bytes of a file within a range; null when there is no such file. */
async function readPart(path: string, { start, length }: ByteRange): Promise<Uint8Array | null> {
  const found = await statFile(path);
  if (found === null) return null;
  const bytes = new Uint8Array(Math.max(0, Math.min(length, found.size - start)));
  const file = await open(path);
  try {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

async function removeAbandoned(temporary: string, now: number): Promise<void> {
  for (const entry of await readdir(temporary, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(temporary, entry.name);
    const file = await stat(path).catch(() => null);
    if (file !== null && file.mtimeMs < now - ABANDONED_MS) await rm(path, { force: true });
  }
}
