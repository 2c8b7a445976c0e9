import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PresignedForm, PresignedUrl } from '../object-store.ts';

/** What a presigned address allows. */
export interface PresignedGrant {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** What must be sent; null for a GET. Exactly so many bytes with a PUT (null = any), at most so many with a POST. */
  readonly upload: { readonly contentType: string; readonly bytes: number | null } | null;
}

/** A request to a presigned address, as the gateway received it. */
export interface PresignedRequest {
  /** `HEAD` counts as `GET`. */
  readonly method: string;
  /** The decoded path behind `/storage/`. */
  readonly key: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** The request's `content-type`, for a PUT. */
  readonly contentType?: string | undefined;
  /** The request's `content-length`, for a PUT. */
  readonly contentLength?: number | undefined;
}

/** The path under which the gateway serves the local store. */
export const STORAGE_PATH = '/storage/';

/** @param baseUrl what comes before `/storage/`; empty for an address on the same host. */
export function signGrant(
  secret: string,
  baseUrl: string,
  grant: PresignedGrant & { readonly method: 'GET' | 'PUT' },
): PresignedUrl {
  const { method, expiresAt, upload } = grant;
  return {
    url: signedAddress(secret, baseUrl, grant),
    method,
    headers: upload === null ? {} : { 'content-type': upload.contentType },
    expiresAt,
  };
}

/** The form that belongs to a grant to POST; the signature is in its address, to be checked before the body. */
export function signForm(
  secret: string,
  baseUrl: string,
  {
    key,
    expiresAt,
    upload,
  }: Omit<PresignedGrant, 'method'> & {
    readonly upload: NonNullable<PresignedGrant['upload']>;
  },
): PresignedForm {
  const url = signedAddress(secret, baseUrl, { method: 'POST', key, expiresAt, upload });
  return { url, method: 'POST', fields: { key, 'Content-Type': upload.contentType }, expiresAt };
}

function signedAddress(secret: string, baseUrl: string, grant: PresignedGrant): string {
  const { key, expiresAt, upload } = grant;
  const query = new URLSearchParams({ expires: String(expiresAt) });
  if (upload !== null) {
    query.set('type', upload.contentType);
    if (upload.bytes !== null) query.set('bytes', String(upload.bytes));
  }
  query.set('signature', signature(secret, grant).toString('base64url'));
  return `${baseUrl}${STORAGE_PATH}${key}?${query}`;
}

/**
 * What a request to a presigned address may do; null when its signature is not ours, it has expired,
 * or it does not send what was signed. Says nothing of which it was.
 */
export function verifyPresigned(
  secret: string,
  request: PresignedRequest,
  now: number,
): PresignedGrant | null {
  const grant = readGrant(request);
  const given = request.query.signature;
  if (grant === null || typeof given !== 'string') return null;
  const expected = signature(secret, grant);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  if (grant.expiresAt <= now) return null;
  // What a form holds is seen only when it is read.
  if (grant.upload === null || grant.method === 'POST') return grant;
  const { contentType, bytes } = grant.upload;
  const isSize =
    request.contentLength !== undefined &&
    (bytes ?? request.contentLength) === request.contentLength;
  return request.contentType === contentType && isSize ? grant : null;
}

function readGrant({ method, key, query }: PresignedRequest): PresignedGrant | null {
  const expiresAt = wholeNumber(query.expires);
  if (expiresAt === null) return null;
  if (method === 'GET' || method === 'HEAD') return { method: 'GET', key, expiresAt, upload: null };
  const bytes = wholeNumber(query.bytes);
  const contentType = query.type;
  if (typeof contentType !== 'string' || (bytes === null && query.bytes !== undefined)) return null;
  if (method !== 'PUT' && method !== 'POST') return null;
  return { method, key, expiresAt, upload: { contentType, bytes } };
}

function signature(secret: string, { method, key, expiresAt, upload }: PresignedGrant): Buffer {
  const signed = JSON.stringify([
    'proteus-storage-1',
    method,
    key,
    expiresAt,
    upload?.contentType ?? null,
    upload?.bytes ?? null,
  ]);
  return createHmac('sha256', secret).update(signed).digest();
}

function wholeNumber(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
