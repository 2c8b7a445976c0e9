/** An object in a list. */
export interface ListedObject {
  readonly key: string;
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** What is known of a stored object without reading it. */
export interface ObjectInfo extends ListedObject {
  readonly contentType: string;
}

/** A part of an object, in bytes. */
export interface ByteRange {
  readonly start: number;
  /** At least 1; may reach over the end. */
  readonly length: number;
}

/** A signed address that anybody may use until it expires. */
export interface PresignedUrl {
  readonly url: string;
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A signed form: its fields come first, the bytes last, as `file`. */
export interface PresignedForm {
  readonly url: string;
  readonly method: 'POST';
  readonly fields: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** An upload of bytes alone. */
export interface UploadRequest {
  readonly contentType: string;
  /** Exactly so many; null when nobody knows yet, and then whoever uses the object must look at its size. */
  readonly bytes: number | null;
  readonly expiresInSeconds: number;
}

/** An upload as a form, whose size has a limit only. */
export interface UploadForm {
  readonly contentType: string;
  readonly maxBytes: number;
  readonly expiresInSeconds: number;
}

/**
 * Bytes by key. Keys are relative paths of `[A-Za-z0-9._-]` segments; anything else is refused.
 * A key is either whole or not there: a writer killed in the middle leaves nothing readable. What a store
 * that is away cannot answer fails with STORAGE_UNAVAILABLE.
 */
export interface ObjectStore {
  put(key: string, bytes: Uint8Array, contentType: string, signal: AbortSignal): Promise<void>;
  /**
   * @param range must begin within the object; all of it when left out.
   * @throws {ProteusError} NOT_FOUND
   */
  get(key: string, signal: AbortSignal, range?: ByteRange): Promise<Uint8Array>;
  head(key: string, signal: AbortSignal): Promise<ObjectInfo | null>;
  /** Removing what is not there is no error. */
  remove(key: string, signal: AbortSignal): Promise<void>;
  list(prefix: string, signal: AbortSignal): AsyncIterable<ListedObject>;
  presignGet(key: string, expiresInSeconds: number): Promise<PresignedUrl>;
  /** Refuses another type and another size than those signed, if a size was. */
  presignPut(key: string, upload: UploadRequest): Promise<PresignedUrl>;
  /** Refuses another type and more bytes than signed. */
  presignPost(key: string, upload: UploadForm): Promise<PresignedForm>;
  /** Resolves when the store can be written to; for readiness. */
  check(signal: AbortSignal): Promise<void>;
}
