import { Camera, ImagePlus, RefreshCw } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { createPhoto, type Photo } from './photo.ts';

const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/tiff,image/gif';

export interface PhotoFieldProps {
  readonly title: string;
  readonly hint: string;
  readonly photo: Photo | null;
  readonly onChange: (photo: Photo) => void;
  /** Which camera a phone offers: `user` looks at the person who holds it. */
  readonly camera: 'user' | 'environment';
  readonly children?: ReactNode;
}

/** A place to drop, choose or take one photo. */
export function PhotoField({ title, hint, photo, onChange, camera, children }: PhotoFieldProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) onChange(createPhoto(file, file.name));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
      <h2 id={`${id}-title`} className="font-display text-xl">
        {title}
      </h2>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`relative grid aspect-3/4 place-items-center overflow-hidden rounded-2xl border bg-card transition-colors focus-within:outline-2 focus-within:outline-offset-3 focus-within:outline-accent hover:border-accent ${
          photo ? 'border-line' : 'border-dashed border-quiet/50'
        } ${over ? 'border-accent bg-accent/10' : ''}`}
      >
        <input
          type="file"
          accept={ACCEPTED}
          className="sr-only"
          aria-describedby={`${id}-hint`}
          aria-label={
            photo ? `${title}: ${photo.name}. Choose another` : `${title}: choose a photo`
          }
          onChange={(event) => take(event.target.files?.[0])}
        />
        {photo ? <ChosenPhoto key={photo.address} photo={photo} /> : <EmptyField />}
      </label>
      <p id={`${id}-hint`} className="text-sm text-quiet">
        {hint}
      </p>
      <label className="hidden w-fit items-center gap-2 rounded-full border border-line px-4 py-2 text-sm focus-within:outline-2 focus-within:outline-accent pointer-coarse:inline-flex">
        <Camera aria-hidden className="size-4" />
        Take a photo
        <input
          type="file"
          accept="image/*"
          capture={camera}
          className="sr-only"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </label>
      {children}
    </section>
  );
}

function EmptyField() {
  return (
    <span className="flex flex-col items-center gap-3 p-6 text-center text-quiet">
      <ImagePlus aria-hidden className="size-9" strokeWidth={1.25} />
      <span>
        <span className="pointer-coarse:hidden">Drop a photo here, or </span>
        <span className="font-medium text-accent underline underline-offset-4">choose one</span>
      </span>
    </span>
  );
}

/** Not every browser can show every format that the server reads (HEIC): then its name has to do. */
function ChosenPhoto({ photo }: { readonly photo: Photo }) {
  const [shown, setShown] = useState(true);
  return (
    <>
      {shown ? (
        <img
          src={photo.address}
          alt=""
          onError={() => setShown(false)}
          className="absolute inset-0 size-full object-contain"
        />
      ) : (
        <span className="p-6 text-center break-all text-quiet">{photo.name}</span>
      )}
      <span className="absolute right-3 bottom-3 grid size-9 place-items-center rounded-full bg-card/90 text-ink shadow">
        <RefreshCw aria-hidden className="size-4" />
      </span>
    </>
  );
}
