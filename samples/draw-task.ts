/** One picture for a drawing worker. */
export interface DrawTask {
  readonly kind: 'people' | 'garments';
  readonly name: string;
  /** Where the JPEG goes. */
  readonly file: string;
}

/** A worker's answer: the file it wrote, or why it could not. */
export interface DrawAnswer {
  readonly file: string;
  readonly error: string | null;
}
