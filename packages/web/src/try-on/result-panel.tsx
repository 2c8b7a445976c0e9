import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { resultAddress } from '../api/jobs.ts';
import { PRIMARY_BUTTON, SECONDARY_BUTTON } from '../page/button-styles.ts';
import { PanelHeading } from '../page/panel-heading.tsx';
import { BeforeAfter } from './before-after.tsx';
import type { Photo } from './photo.ts';
import { warningText } from './warning-texts.ts';

/** More reasons than these help nobody. */
const MOST_REASONS = 3;

export interface ResultPanelProps {
  readonly job: JobView;
  readonly person: Photo;
  readonly onAgain: () => void;
}

/** The finished picture over the original. */
export function ResultPanel({ job, person, onAgain }: ResultPanelProps) {
  const [comparable, setComparable] = useState(true);
  const result = resultAddress(job.job_id, 'webp');
  const seconds = ((job.timings.total ?? 0) / 1000).toFixed(1);

  return (
    <section
      aria-label="Result"
      className="grid items-start gap-5 sm:grid-cols-[minmax(0,auto)_minmax(15rem,1fr)] sm:gap-10"
    >
      {comparable ? (
        <BeforeAfter
          before={person.address}
          after={result}
          onBeforeError={() => setComparable(false)}
        />
      ) : (
        <img
          src={result}
          alt="You in the new garment"
          className="max-h-[calc(100dvh-12rem)] max-w-full rounded-2xl border border-line"
        />
      )}
      <div className="flex flex-col gap-4 sm:py-2">
        <PanelHeading>Here you are</PanelHeading>
        {job.warnings.map((code) => (
          <p key={code} className="flex gap-2.5 text-sm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            {warningText(code)}
          </p>
        ))}
        {job.warnings.includes('LOW_CONFIDENCE') && job.quality && (
          <ul className="list-disc pl-6 text-sm text-quiet">
            {job.quality.reasons.slice(0, MOST_REASONS).map((code) => (
              <li key={code}>{warningText(code)}</li>
            ))}
          </ul>
        )}
        <p className="text-sm text-quiet">
          {/* A copy of what these two photos gave before takes no time. */}
          {seconds === '0.0' ? 'Made before' : `Made in ${seconds} s`} on this machine
          {job.quality ? `, confidence ${Math.round(job.quality.score * 100)} %` : ''}.
        </p>
        <div className="flex flex-wrap gap-3 sm:mt-2 sm:flex-col">
          <a href={resultAddress(job.job_id, 'jpeg')} download className={`${PRIMARY_BUTTON} grow`}>
            <Download aria-hidden className="size-4" />
            Download
          </a>
          <button type="button" onClick={onAgain} className={`${SECONDARY_BUTTON} grow`}>
            Try another
          </button>
        </div>
      </div>
    </section>
  );
}
