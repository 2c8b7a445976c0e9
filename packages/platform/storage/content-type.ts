const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  tiff: 'image/tiff',
  gif: 'image/gif',
  json: 'application/json',
};

/** The MIME type that a key's extension stands for; null where it stands for none. */
export function contentTypeOfKey(key: string): string | null {
  const extension = /\.([a-z]+)$/.exec(key)?.[1] ?? '';
  return Object.hasOwn(TYPES, extension) ? TYPES[extension]! : null;
}
