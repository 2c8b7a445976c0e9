import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PresignedForm, PresignedUrl, UploadForm, UploadRequest } from '../object-store.ts';

interface Target {
  readonly Bucket: string;
  readonly Key: string;
}

/** An address to read an object. */
export async function presignGet(
  client: S3Client,
  target: Target,
  expiresIn: number,
): Promise<PresignedUrl> {
  const expiresAt = Date.now() + expiresIn * 1000;
  const url = await getSignedUrl(client, new GetObjectCommand(target), { expiresIn });
  return { url, method: 'GET', headers: {}, expiresAt };
}

/** An address to write an object; type and length are signed headers, so that others are refused. */
export async function presignPut(
  client: S3Client,
  target: Target,
  { contentType, bytes, expiresInSeconds }: UploadRequest,
): Promise<PresignedUrl> {
  const expiresAt = Date.now() + expiresInSeconds * 1000;
  const command = new PutObjectCommand({
    ...target,
    ContentType: contentType,
    ...(bytes !== null && { ContentLength: bytes }),
  });
  const url = await getSignedUrl(client, command, {
    expiresIn: expiresInSeconds,
    signableHeaders: new Set([
      'host',
      'content-type',
      ...(bytes === null ? [] : ['content-length']),
    ]),
  });
  return { url, method: 'PUT', headers: { 'content-type': contentType }, expiresAt };
}

/** A form to write an object of at most so many bytes. */
export async function presignPost(
  client: S3Client,
  target: Target,
  { contentType, maxBytes, expiresInSeconds }: UploadForm,
): Promise<PresignedForm> {
  const expiresAt = Date.now() + expiresInSeconds * 1000;
  const { url, fields } = await createPresignedPost(client, {
    ...target,
    Expires: expiresInSeconds,
    Fields: { 'Content-Type': contentType },
    Conditions: [
      ['eq', '$Content-Type', contentType],
      ['content-length-range', 1, maxBytes],
    ],
  });
  return { url, method: 'POST', fields, expiresAt };
}
