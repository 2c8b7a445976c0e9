import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { Download, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { resultAddress } from '../api/jobs.ts';
import { BeforeAfter } from './before-after.tsx';
import type { Photo } from './photo.ts';
import { warningText } from './warning-texts.ts';

export interface ResultPanelProps {
  readonly job: JobView;
  readonly person: Photo;
  readonly onAgain: () => void;
}

/** The finished picture beside the original. */
export function ResultPanel({ job, person, onAgain }: ResultPanelProps) {
  const [comparable, setComparable] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who does not see the page hears that the picture is there.
  useEffect(() => heading.current?.focus(), []);
  const result = resultAddress(job.job_id, 'webp');
  const seconds = ((job.timings.total ?? 0) / 1000).toFixed(1);

  return (
    <section aria-label="Result" className="flex flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="font-display text-2xl outline-none">
        Here you are
      </h2>
      {comparable ? (
        <BeforeAfter
          before={person.address}
          after={result}
          onBeforeError={() => setComparable(false)}
        />
      ) : (
        <img src={result} alt="You in the new garment" className="rounded-2xl border border-line" />
      )}
      {job.warnings.map((code) => (
        <p key={code} className="flex gap-2 text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          {warningText(code)}
        </p>
      ))}
      <p className="text-sm text-quiet">
        Made in {seconds} s on this machine
        {job.quality ? `, confidence ${Math.round(job.quality.score * 100)} %` : ''}.
      </p>
      <div className="flex flex-wrap gap-3">
        <a
          href={resultAddress(job.job_id, 'jpeg')}
          download="try-on.jpg"
          className="inline-flex items-center gap-2 rounded-full bg-accent px-6 py-3 font-medium text-accent-ink hover:opacity-90"
        >
          <Download aria-hidden className="size-4" />
          Download
        </a>
        <button
          type="button"
          onClick={onAgain}
          className="rounded-full border border-line px-6 py-3 hover:border-accent"
        >
          Try another
        </button>
      </div>
    </section>
  );
}
