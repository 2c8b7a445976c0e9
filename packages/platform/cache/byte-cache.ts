/**
 * Bytes that can be made again, by key (lower-case hex). A cache never fails: what it cannot read is
 * not there, and what it cannot keep is forgotten.
 */
export interface ByteCache {
  /** Null when it is not there, or not whole. */
  get(key: string): Promise<Uint8Array | null>;
  /** The bytes must not be changed afterwards. */
  set(key: string, bytes: Uint8Array): Promise<void>;
}
