import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { assertObjectKey, isObjectKey } from '../object-key.ts';
import type { ListedObject, ObjectStore } from '../object-store.ts';
import { askStorage } from './ask-storage.ts';
import { createS3Client } from './create-s3-client.ts';
import { presignGet, presignPost, presignPut } from './presign.ts';
import type { S3Options } from './s3-options.ts';
import { PART_BYTES, uploadInParts } from './upload-in-parts.ts';

/** A store whose connections can be closed. */
export interface S3Store extends ObjectStore {
  close(): void;
}

const PROBE = 'write-probe';
const UNKNOWN_TYPE = 'application/octet-stream';

/** Objects in a bucket of any server that speaks S3. The bucket must be there. */
export function openS3Store(options: S3Options): S3Store {
  const { bucket: Bucket, prefix } = options;
  const client = createS3Client(options);
  const target = (key: string) => {
    assertObjectKey(key);
    return { Bucket, Key: prefix + key };
  };

  async function put(
    object: { Bucket: string; Key: string },
    bytes: Uint8Array,
    ContentType: string,
    signal: AbortSignal,
  ): Promise<void> {
    if (bytes.byteLength > PART_BYTES) {
      await uploadInParts(client, { ...object, ContentType }, bytes, signal);
      return;
    }
    const command = new PutObjectCommand({ ...object, ContentType, Body: bytes });
    await askStorage(signal, (abortSignal) => client.send(command, { abortSignal }));
  }

  async function remove(object: { Bucket: string; Key: string }, signal: AbortSignal) {
    const command = new DeleteObjectCommand(object);
    await askStorage(signal, (abortSignal) => client.send(command, { abortSignal }));
  }

  return {
    put: async (key, bytes, contentType, signal) => put(target(key), bytes, contentType, signal),
    async get(key, signal, range) {
      const object = target(key);
      const Range = range && `bytes=${range.start}-${range.start + range.length - 1}`;
      return askStorage(signal, async (abortSignal) => {
        const { Body } = await client.send(new GetObjectCommand({ ...object, Range }), {
          abortSignal,
        });
        return Body === undefined ? new Uint8Array() : Body.transformToByteArray();
      });
    },
    async head(key, signal) {
      const command = new HeadObjectCommand(target(key));
      try {
        const { ContentLength, ContentType, LastModified } = await askStorage(
          signal,
          (abortSignal) => client.send(command, { abortSignal }),
        );
        return {
          key,
          size: ContentLength ?? 0,
          contentType: ContentType ?? UNKNOWN_TYPE,
          modifiedAt: LastModified?.getTime() ?? 0,
        };
      } catch (error) {
        if (error instanceof ProteusError && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    },
    remove: async (key, signal) => remove(target(key), signal),
    async *list(keyPrefix, signal): AsyncGenerator<ListedObject> {
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: prefix + keyPrefix });
      for (;;) {
        const { done, value } = await askStorage(signal, () => pages.next());
        if (done) return;
        for (const { Key = '', Size = 0, LastModified } of value.Contents ?? []) {
          const key = Key.slice(prefix.length);
          // Others may use the bucket too; what cannot be one of our keys is not ours.
          if (isObjectKey(key)) yield { key, size: Size, modifiedAt: LastModified?.getTime() ?? 0 };
        }
      }
    },
    presignGet: async (key, expiresIn) => presignGet(client, target(key), expiresIn),
    presignPut: async (key, request) => presignPut(client, target(key), request),
    presignPost: async (key, form) => presignPost(client, target(key), form),
    async check(signal) {
      const probe = target(PROBE);
      await put(probe, new Uint8Array(1), UNKNOWN_TYPE, signal);
      await remove(probe, signal);
    },
    close: () => client.destroy(),
  };
}
