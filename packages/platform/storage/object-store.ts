/** What is known of a stored object without reading it. */
export interface ObjectInfo {
  readonly key: string;
  readonly size: number;
  readonly contentType: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** A signed address that anybody may use until it expires. */
export interface PresignedUrl {
  readonly url: string;
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Bytes by key. Keys are relative paths of `[A-Za-z0-9._-]` segments; anything else is refused.
 * A key is either whole or not there: a writer killed in the middle leaves nothing readable.
 */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array, contentType: string, signal: AbortSignal): Promise<void>;
  /** @throws {ProteusError} NOT_FOUND */
  get(key: string, signal: AbortSignal): Promise<Uint8Array>;
  head(key: string, signal: AbortSignal): Promise<ObjectInfo | null>;
  /** Removing what is not there is no error. */
  remove(key: string, signal: AbortSignal): Promise<void>;
  list(prefix: string, signal: AbortSignal): AsyncIterable<ObjectInfo>;
  presignGet(key: string, expiresInSeconds: number): Promise<PresignedUrl>;
  presignPut(
    key: string,
    options: { contentType: string; maxBytes: number; expiresInSeconds: number },
  ): Promise<PresignedUrl>;
  /** Resolves when the store can be written to; for readiness. */
  check(signal: AbortSignal): Promise<void>;
}
