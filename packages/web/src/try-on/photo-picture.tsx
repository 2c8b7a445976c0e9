import { useState } from 'react';
import type { Photo } from './photo.ts';

export interface PhotoPictureProps {
  readonly photo: Photo;
  readonly className: string;
}

/** Not every browser can show every format that the server reads (HEIC): then its name has to do. */
export function PhotoPicture({ photo, className }: PhotoPictureProps) {
  const [shown, setShown] = useState(true);
  if (!shown) return <span className="p-6 text-center break-all text-quiet">{photo.name}</span>;
  return <img src={photo.address} alt="" onError={() => setShown(false)} className={className} />;
}
