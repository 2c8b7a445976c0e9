import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PresignedUrl } from '../object-store.ts';

/** What a presigned address allows. */
export interface PresignedGrant {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** What a PUT must send; null for a GET. */
  readonly upload: { readonly contentType: string; readonly maxBytes: number } | null;
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
export function signGrant(secret: string, baseUrl: string, grant: PresignedGrant): PresignedUrl {
  const { method, key, expiresAt, upload } = grant;
  const query = new URLSearchParams({ expires: String(expiresAt) });
  if (upload !== null) {
    query.set('type', upload.contentType);
    query.set('max', String(upload.maxBytes));
  }
  query.set('signature', signature(secret, grant).toString('base64url'));
  return {
    url: `${baseUrl}${STORAGE_PATH}${key}?${query}`,
    method,
    headers: upload === null ? {} : { 'content-type': upload.contentType },
    expiresAt,
  };
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
  if (grant.upload === null) return grant;
  const { contentType, contentLength } = request;
  const asSigned =
    contentType === grant.upload.contentType &&
    contentLength !== undefined &&
    contentLength <= grant.upload.maxBytes;
  return asSigned ? grant : null;
}

function readGrant({ method, key, query }: PresignedRequest): PresignedGrant | null {
  const expiresAt = wholeNumber(query.expires);
  if (expiresAt === null) return null;
  if (method === 'GET' || method === 'HEAD') return { method: 'GET', key, expiresAt, upload: null };
  const maxBytes = wholeNumber(query.max);
  const contentType = query.type;
  if (method !== 'PUT' || maxBytes === null || typeof contentType !== 'string') return null;
  return { method, key, expiresAt, upload: { contentType, maxBytes } };
}

function signature(secret: string, { method, key, expiresAt, upload }: PresignedGrant): Buffer {
  const signed = JSON.stringify([
    'proteus-storage-1',
    method,
    key,
    expiresAt,
    upload?.contentType ?? null,
    upload?.maxBytes ?? null,
  ]);
  return createHmac('sha256', secret).update(signed).digest();
}

function wholeNumber(text: unknown): number | null {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
