import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { STAGES } from '@proteus/contracts/jobs/stage.ts';
import { Check, LoaderCircle } from 'lucide-react';
import { STAGE_NAMES } from './stage-names.ts';

/** The pipeline's stages, those that are over checked off. */
export function StageList({ job }: { readonly job: JobView }) {
  const current = job.stage === null ? -1 : STAGES.indexOf(job.stage);
  return (
    <ol className="flex flex-col gap-2.5">
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-3 ${index > current ? 'text-quiet' : ''}`}
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
