import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { askStorage } from './ask-storage.ts';

/** Larger objects go up in parts of this size; S3 takes none below 5 MiB but the last. */
export const PART_BYTES = 8 * 2 ** 20;

const NEVER = new AbortController().signal;

export interface LargeObject {
  readonly Bucket: string;
  readonly Key: string;
  readonly ContentType: string;
}

/** Puts a large object; nobody sees it before its last part is there, and a failure leaves no part. */
export async function uploadInParts(
  client: S3Client,
  object: LargeObject,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  const { Bucket, Key } = object;
  signal.throwIfAborted();
  // Not with the signal: an upload that was begun but whose name we do not know could not be removed.
  const { UploadId } = await askStorage(NEVER, (abortSignal) =>
    client.send(new CreateMultipartUploadCommand(object), { abortSignal }),
  );
  if (UploadId === undefined) throw new ProteusError('STORAGE_UNAVAILABLE');
  const upload = { Bucket, Key, UploadId };
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let start = 0; start < bytes.byteLength; start += PART_BYTES) {
      const PartNumber = Parts.length + 1;
      const Body = bytes.subarray(start, start + PART_BYTES);
      const { ETag } = await askStorage(signal, (abortSignal) =>
        client.send(new UploadPartCommand({ ...upload, PartNumber, Body }), { abortSignal }),
      );
      Parts.push({ PartNumber, ETag });
    }
    const complete = new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } });
    await askStorage(signal, (abortSignal) => client.send(complete, { abortSignal }));
  } catch (error) {
    await giveUp(client, upload);
    throw error;
  }
}

/** What cannot be removed now is left to the bucket's own rules; the reason for it is what counts. */
async function giveUp(
  client: S3Client,
  upload: { Bucket: string; Key: string; UploadId: string },
): Promise<void> {
  await askStorage(NEVER, (abortSignal) =>
    client.send(new AbortMultipartUploadCommand(upload), { abortSignal }),
  ).catch(() => {});
}
