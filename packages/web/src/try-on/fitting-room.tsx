import { useState } from 'react';
import { PageFrame } from '../page/page-frame.tsx';
import { useNoStrayDrops } from '../page/use-no-stray-drops.ts';
import { ChoosingPanel } from './choosing-panel.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { type Photo, releasePhoto } from './photo.ts';
import { ResultPanel } from './result-panel.tsx';
import { useTryOn } from './use-try-on.ts';
import { WorkPanel } from './work-panel.tsx';

/** The page's one screen: two photos in, one picture out. */
export function FittingRoom() {
  const [person, setPerson] = useState<Photo | null>(null);
  const [garment, setGarment] = useState<Photo | null>(null);
  const { state, start, reset } = useTryOn();
  useNoStrayDrops();

  const change = (set: (photo: Photo) => void, old: Photo | null) => (photo: Photo) => {
    releasePhoto(old);
    set(photo);
  };
  const startTryOn = () => {
    if (person !== null && garment !== null) {
      start({ person: person.file, garment: garment.file, category: 'auto' });
    }
  };
  const choosing = state.phase === 'choosing' || person === null || garment === null;

  return (
    <PageFrame busy={state.phase === 'uploading' || state.phase === 'working'}>
      {choosing ? (
        <ChoosingPanel
          person={person}
          garment={garment}
          onPerson={change(setPerson, person)}
          onGarment={change(setGarment, garment)}
          onStart={startTryOn}
        />
      ) : null}
      {!choosing && (state.phase === 'uploading' || state.phase === 'working') ? (
        <WorkPanel state={state} person={person} garment={garment} onCancel={reset} />
      ) : null}
      {!choosing && state.phase === 'done' ? (
        <ResultPanel job={state.job} person={person} onAgain={reset} />
      ) : null}
      {!choosing && state.phase === 'failed' ? (
        <FailurePanel
          failure={state}
          person={person}
          garment={garment}
          onRetry={startTryOn}
          onAgain={reset}
        />
      ) : null}
    </PageFrame>
  );
}
