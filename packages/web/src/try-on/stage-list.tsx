import type { Stage } from '@proteus/contracts/jobs/stage.ts';
import { Check, LoaderCircle } from 'lucide-react';
import { STAGE_NAMES } from './stage-names.ts';

const STAGES = Object.keys(STAGE_NAMES) as Stage[];

/** The pipeline's stages, those that are over checked off; all are ahead while `stage` is null. */
export function StageList({ stage: reached }: { readonly stage: Stage | null }) {
  const current = reached === null ? -1 : STAGES.indexOf(reached);
  return (
    <ol className="flex flex-col gap-2">
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-3 transition-colors duration-300 ${
            index > current ? 'text-quiet' : ''
          } ${index === current ? 'font-medium' : ''}`}
        >
          <span className="grid size-5 place-items-center">
            {index < current ? <Check aria-hidden className="size-4 text-accent" /> : null}
            {index === current ? (
              <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin text-accent" />
            ) : null}
            {index > current ? (
              <span aria-hidden className="size-1.5 rounded-full bg-quiet/50" />
            ) : null}
          </span>
          {STAGE_NAMES[stage]}
        </li>
      ))}
    </ol>
  );
}
