/**
 * A place for one network as onnxruntime has laid it out: reading that takes a fifth of the time and half
 * of the memory that reading, folding and optimising the network anew does.
 */
export interface PreparedModel {
  /** @returns the bytes in ORT format; null when nothing is kept. */
  read(signal: AbortSignal): Promise<Uint8Array | null>;
  /**
   * Keeps what `save` writes to the path that it is given. A failure (full or read-only disk) is not
   * one of the work: the next `read` finds nothing.
   */
  write(save: (path: string) => Promise<void>): Promise<void>;
}
