/** A photo that the person chose, and an address under which the page can show it. */
export interface Photo {
  readonly file: Blob;
  readonly name: string;
  readonly address: string;
}

/** Release it by `releasePhoto` when it is not shown any more. */
export function createPhoto(file: Blob, name: string): Photo {
  return { file, name, address: URL.createObjectURL(file) };
}

export function releasePhoto(photo: Photo | null): void {
  if (photo !== null) URL.revokeObjectURL(photo.address);
}

/** Whether a file may be a picture; systems that do not know a kind (HEIC, often) give it no type. */
export function mayBePicture({ type }: Blob): boolean {
  return type === '' || type.startsWith('image/');
}
