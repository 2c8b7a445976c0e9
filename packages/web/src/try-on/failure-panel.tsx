import { PRIMARY_BUTTON, SECONDARY_BUTTON } from '../page/button-styles.ts';
import { PanelHeading } from '../page/panel-heading.tsx';
import type { Photo } from './photo.ts';
import { PhotoPicture } from './photo-picture.tsx';
import { photoToBlame } from './photo-to-blame.ts';
import type { TryOnState } from './use-try-on.ts';

export interface FailurePanelProps {
  readonly failure: Extract<TryOnState, { phase: 'failed' }>;
  readonly person: Photo;
  readonly garment: Photo;
  /** Once more with the same photos. */
  readonly onRetry: () => void;
  readonly onAgain: () => void;
}

/** Why there is no picture, which photo it lies at, and the way on. */
export function FailurePanel(props: FailurePanelProps) {
  const { failure, person, garment, onRetry, onAgain } = props;
  const blame = photoToBlame(failure.code);
  const photo = { person, garment, picture: null, nothing: null }[blame];
  return (
    <section
      role="alert"
      className="mx-auto flex max-w-xl flex-col items-start gap-5 rounded-2xl border border-line bg-card p-5 motion-safe:animate-arrive sm:flex-row sm:gap-7 sm:p-8"
    >
      {photo ? (
        <div className="grid h-32 w-24 shrink-0 place-items-center overflow-hidden rounded-lg border border-line bg-paper text-xs sm:h-40 sm:w-30">
          <PhotoPicture photo={photo} className="size-full object-cover" />
        </div>
      ) : null}
      <div className="flex min-w-0 flex-col gap-4">
        <PanelHeading>That did not work</PanelHeading>
        <p>{failure.message}</p>
        <p className="font-mono text-xs break-all text-quiet">{failure.code}</p>
        <div className="flex flex-wrap gap-3">
          {blame === 'nothing' ? (
            <>
              <button type="button" onClick={onRetry} className={PRIMARY_BUTTON}>
                Try again
              </button>
              <button type="button" onClick={onAgain} className={SECONDARY_BUTTON}>
                Back to the photos
              </button>
            </>
          ) : (
            <button type="button" onClick={onAgain} className={PRIMARY_BUTTON}>
              Choose another photo
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
