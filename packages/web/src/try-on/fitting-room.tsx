import { useState } from 'react';
import { PageFrame } from '../page/page-frame.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { type Photo, releasePhoto } from './photo.ts';
import { PhotoField } from './photo-field.tsx';
import { ResultPanel } from './result-panel.tsx';
import { SamplePicker } from './sample-picker.tsx';
import { SAMPLE_GARMENTS, SAMPLE_PEOPLE } from './samples.ts';
import { useTryOn } from './use-try-on.ts';
import { WorkPanel } from './work-panel.tsx';

/** The page's one screen: two photos in, one picture out. */
export function FittingRoom() {
  const [person, setPerson] = useState<Photo | null>(null);
  const [garment, setGarment] = useState<Photo | null>(null);
  const { state, start, reset } = useTryOn();
  const ready = person !== null && garment !== null;

  const change = (set: (photo: Photo) => void, old: Photo | null) => (photo: Photo) => {
    releasePhoto(old);
    set(photo);
  };

  return (
    <PageFrame busy={state.phase === 'uploading' || state.phase === 'working'}>
      {state.phase === 'choosing' ? (
        <form
          className="flex flex-col gap-8"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) start({ person: person.file, garment: garment.file, category: 'auto' });
          }}
        >
          <div className="grid gap-8 sm:grid-cols-2">
            <PhotoField
              title="You"
              hint="Facing the camera, head to hips, arms a little away from the body."
              photo={person}
              onChange={change(setPerson, person)}
              camera="user"
            >
              <SamplePicker
                label="or one of these"
                samples={SAMPLE_PEOPLE}
                onPick={change(setPerson, person)}
              />
            </PhotoField>
            <PhotoField
              title="The garment"
              hint="Laid flat on a plain background. Tops for now."
              photo={garment}
              onChange={change(setGarment, garment)}
              camera="environment"
            >
              <SamplePicker
                label="or one of these"
                samples={SAMPLE_GARMENTS}
                onPick={change(setGarment, garment)}
              />
            </PhotoField>
          </div>
          <button
            type="submit"
            disabled={!ready}
            className="self-center rounded-full bg-accent px-10 py-4 text-lg font-medium text-accent-ink transition-opacity hover:opacity-90 disabled:cursor-not-allowed disabled:bg-line disabled:text-quiet"
          >
            {ready ? 'Try it on' : 'Choose two photos'}
          </button>
        </form>
      ) : null}
      {state.phase === 'uploading' || state.phase === 'working' ? (
        <div className="mx-auto w-full max-w-md">
          <WorkPanel state={state} onCancel={reset} />
        </div>
      ) : null}
      {state.phase === 'done' && person !== null ? (
        <div className="mx-auto w-full max-w-xl">
          <ResultPanel job={state.job} person={person} onAgain={reset} />
        </div>
      ) : null}
      {state.phase === 'failed' ? (
        <div className="mx-auto w-full max-w-md">
          <FailurePanel code={state.code} message={state.message} onAgain={reset} />
        </div>
      ) : null}
    </PageFrame>
  );
}
