import { Camera, type LucideIcon, RefreshCw } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { createPhoto, mayBePicture, type Photo } from './photo.ts';
import { PhotoPicture } from './photo-picture.tsx';

const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/tiff,image/gif,.heic,.heif';

export interface PhotoFieldProps {
  readonly title: string;
  readonly hint: string;
  /** What the empty field shows. */
  readonly icon: LucideIcon;
  readonly photo: Photo | null;
  readonly onChange: (photo: Photo) => void;
  /** Which camera a phone offers: `user` looks at the person who holds it. */
  readonly camera: 'user' | 'environment';
  readonly children?: ReactNode;
}

/** A place to drop, choose or take one photo. Its parts sit on rows that all fields share. */
export function PhotoField(props: PhotoFieldProps) {
  const { title, hint, icon, photo, onChange, camera, children } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    setRefused(!mayBePicture(file));
    if (mayBePicture(file)) onChange(createPhoto(file, file.name));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <section
      aria-labelledby={`${id}-title`}
      className="row-span-4 grid min-w-0 grid-rows-subgrid content-start gap-3 pointer-coarse:row-span-5"
    >
      <h3 id={`${id}-title`} className="font-display text-lg sm:text-xl">
        {title}
      </h3>
      <label
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`group relative grid aspect-3/4 place-items-center overflow-hidden rounded-2xl border bg-card transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent hover:border-accent sm:aspect-auto sm:h-[clamp(15rem,calc(100dvh-31rem),34rem)] ${
          photo ? 'border-line' : 'border-dashed border-quiet/60'
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
        {photo ? <ChosenPhoto photo={photo} /> : <EmptyField icon={icon} />}
      </label>
      <p id={`${id}-hint`} aria-live="polite" className="text-xs text-quiet sm:text-sm">
        {refused ? <span className="text-alarm">That file is not a picture.</span> : hint}
      </p>
      <label className="hidden min-h-11 items-center justify-center gap-2 self-start rounded-full border border-quiet/50 px-4 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent pointer-coarse:inline-flex">
        <Camera aria-hidden className="size-4" />
        Take a photo
        <input
          type="file"
          accept="image/*"
          capture={camera}
          className="sr-only"
          aria-label={`${title}: take a photo`}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </label>
      {children}
    </section>
  );
}

function EmptyField({ icon: Icon }: Pick<PhotoFieldProps, 'icon'>) {
  return (
    <span className="flex flex-col items-center gap-4 p-4 text-center text-sm text-quiet sm:text-base">
      <Icon
        aria-hidden
        className="size-12 text-quiet/60 transition-colors group-hover:text-accent sm:size-16"
        strokeWidth={1}
      />
      <span className="pointer-coarse:hidden">
        Drop a photo here, or{' '}
        <span className="font-medium text-accent underline underline-offset-4">choose one</span>
      </span>
      <span className="hidden font-medium text-accent underline underline-offset-4 pointer-coarse:inline">
        Choose a photo
      </span>
    </span>
  );
}

function ChosenPhoto({ photo }: { readonly photo: Photo }) {
  return (
    <>
      <PhotoPicture
        key={photo.address}
        photo={photo}
        className="absolute inset-0 size-full object-contain motion-safe:animate-arrive"
      />
      <span className="absolute right-2.5 bottom-2.5 grid size-9 place-items-center rounded-full bg-card/90 text-ink shadow-sm transition-colors group-hover:bg-accent group-hover:text-accent-ink">
        <RefreshCw aria-hidden className="size-4" />
      </span>
    </>
  );
}
