import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { CreateBucketCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { TEST_S3 } from '../../testing/test-services.ts';
import { testObjectStore } from '../object-store.conformance.ts';
import { testPresignedAddresses } from '../presigned.conformance.ts';
import { createS3Client } from './create-s3-client.ts';
import { openS3Store } from './open-s3-store.ts';
import type { S3Options } from './s3-options.ts';

const { signal } = new AbortController();
/** Nobody listens on port 1. */
const AWAY: S3Options = {
  bucket: 'none',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'a', secretAccessKey: 'hunter2' },
  prefix: '',
};
const UNAVAILABLE = { code: 'STORAGE_UNAVAILABLE' };

describe.skipIf(TEST_S3 === undefined)('with a server', () => {
  const options = TEST_S3 ?? AWAY;

  beforeAll(async () => {
    const client = createS3Client(options);
    await client.send(new CreateBucketCommand({ Bucket: options.bucket })).catch((error) => {
      if (error.name !== 'BucketAlreadyOwnedByYou') throw error;
    });
    client.destroy();
  });

  async function create() {
    const store = openS3Store({ ...options, prefix: `test-${randomUUID()}/` });
    return {
      store,
      origin: options.endpoint ?? '',
      async close() {
        for await (const { key } of store.list('', signal)) await store.remove(key, signal);
        store.close();
      },
    };
  }
  testObjectStore('S3', create);
  testPresignedAddresses('S3', create);

  it('puts a large object in parts, and shows it only when it is whole', async () => {
    const { store, close } = await create();
    onTestFinished(close);
    const large = new Uint8Array(20 * 2 ** 20);
    for (let index = 0; index < large.length; index += 997) large[index] = index % 251;
    await store.put('large', large, 'image/x-large', signal);
    expect(Buffer.compare(await store.get('large', signal), large)).toBe(0);
    expect(await store.head('large', signal)).toMatchObject({ contentType: 'image/x-large' });

    const stop = new AbortController();
    const broken = store.put('broken', large, 'image/x-large', stop.signal);
    setTimeout(() => stop.abort(), 20);
    await expect(broken).rejects.toThrow();
    expect(await store.head('broken', signal)).toBeNull();
    const client = createS3Client(options);
    const { Uploads } = await client.send(
      new ListMultipartUploadsCommand({ Bucket: options.bucket }),
    );
    client.destroy();
    expect(Uploads ?? []).toEqual([]);
  });

  it('takes a bucket that is not there, and keys that are not right, for a store that is away', async () => {
    const nowhere = openS3Store({ ...options, bucket: `none-${randomUUID()}` });
    await expect(nowhere.check(signal)).rejects.toMatchObject(UNAVAILABLE);
    await expect(nowhere.get('a', signal)).rejects.toMatchObject(UNAVAILABLE);
    const stranger = openS3Store({ ...options, credentials: AWAY.credentials });
    await expect(stranger.check(signal)).rejects.toMatchObject(UNAVAILABLE);
  });
});

it('fails soon, with a stable code and without secrets, when nobody listens', async () => {
  const store = openS3Store(AWAY);
  const failure = await store.get('a', signal).catch((error: unknown) => error);
  expect(failure).toMatchObject(UNAVAILABLE);
  expect(JSON.stringify(failure)).not.toContain('hunter2');
  await expect(store.list('', signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject(
    UNAVAILABLE,
  );
});

it('ends with the signal when the server says nothing', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const store = openS3Store({ ...AWAY, endpoint: `http://127.0.0.1:${address.port}` });
  const stop = new AbortController();
  const asked = store.get('a', stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
