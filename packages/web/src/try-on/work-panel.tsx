import { StageList } from './stage-list.tsx';
import type { TryOnState } from './use-try-on.ts';

type Working = Extract<TryOnState, { phase: 'uploading' | 'working' }>;

export interface WorkPanelProps {
  readonly state: Working;
  readonly onCancel: () => void;
}

/** How far the work is, and a way out. */
export function WorkPanel({ state, onCancel }: WorkPanelProps) {
  const progress = state.phase === 'uploading' ? state.share : state.job.progress;
  return (
    <section
      aria-label="Progress"
      className="flex flex-col gap-6 rounded-2xl border border-line bg-card p-6 sm:p-8"
    >
      <h2 className="font-display text-2xl">{headline(state)}</h2>
      <progress
        value={progress}
        max={1}
        aria-label={headline(state)}
        className="h-1.5 w-full overflow-hidden rounded-full bg-line accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      {state.phase === 'working' ? <StageList job={state.job} /> : null}
      <button
        type="button"
        onClick={onCancel}
        className="w-fit rounded-full border border-line px-5 py-2 hover:border-accent"
      >
        Cancel
      </button>
    </section>
  );
}

function headline(state: Working): string {
  if (state.phase === 'uploading') return 'Uploading';
  const { status, queue_position } = state.job;
  if (status === 'running') return 'In the fitting room';
  return queue_position ? `${queue_position} before you` : 'Next in line';
}
