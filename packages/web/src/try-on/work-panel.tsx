import { SECONDARY_BUTTON } from '../page/button-styles.ts';
import { PanelHeading } from '../page/panel-heading.tsx';
import type { Photo } from './photo.ts';
import { PhotoPicture } from './photo-picture.tsx';
import { StageList } from './stage-list.tsx';
import type { TryOnState } from './use-try-on.ts';

type Working = Extract<TryOnState, { phase: 'uploading' | 'working' }>;

export interface WorkPanelProps {
  readonly state: Working;
  readonly person: Photo;
  readonly garment: Photo;
  readonly onCancel: () => void;
}

/** How far the work is, and a way out. */
export function WorkPanel({ state, person, garment, onCancel }: WorkPanelProps) {
  const progress = state.phase === 'uploading' ? state.share : state.job.progress;
  return (
    <section
      aria-label="Progress"
      className="grid items-start gap-6 motion-safe:animate-arrive sm:grid-cols-2 sm:gap-10"
    >
      <Mirror person={person} garment={garment} />
      <div className="flex flex-col gap-5 sm:py-2">
        <PanelHeading>{headline(state)}</PanelHeading>
        <progress
          value={progress}
          max={1}
          aria-label={headline(state)}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width] [&::-webkit-progress-value]:duration-500"
        />
        <StageList stage={state.phase === 'working' ? state.job.stage : null} />
        <button type="button" onClick={onCancel} className={`${SECONDARY_BUTTON} w-fit`}>
          Cancel
        </button>
      </div>
    </section>
  );
}

/** The person, the garment in the corner, and a light that says that something is going on. */
function Mirror({ person, garment }: Pick<WorkPanelProps, 'person' | 'garment'>) {
  return (
    <div
      aria-hidden
      className="relative grid aspect-3/4 h-56 place-items-center justify-self-center overflow-hidden rounded-2xl border border-line bg-card sm:aspect-auto sm:h-[clamp(18rem,60dvh,38rem)] sm:w-full"
    >
      <PhotoPicture photo={person} className="absolute inset-0 size-full object-contain" />
      <div className="absolute inset-0 overflow-hidden">
        <div className="h-1/2 bg-linear-to-b from-transparent via-accent/25 to-transparent opacity-0 motion-safe:animate-sweep motion-safe:opacity-100" />
      </div>
      <div className="absolute right-3 bottom-3 grid h-20 w-15 place-items-center overflow-hidden rounded-lg border border-line bg-card shadow-md sm:h-32 sm:w-24">
        <PhotoPicture photo={garment} className="size-full object-cover" />
      </div>
    </div>
  );
}

function headline(state: Working): string {
  if (state.phase === 'uploading') return 'Uploading';
  const { status, queue_position } = state.job;
  if (status === 'running') return 'In the fitting room';
  return queue_position ? `${queue_position} before you` : 'Next in line';
}
