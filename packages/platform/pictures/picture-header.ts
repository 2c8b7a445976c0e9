/** The kinds of picture that are read. */
export type PictureType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'tiff' | 'gif';

/** What a picture file says of itself. */
export interface PictureHeader {
  readonly type: PictureType;
  /** Pixels, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
}
