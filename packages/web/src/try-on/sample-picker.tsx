import { createPhoto, type Photo } from './photo.ts';
import type { Sample } from './samples.ts';

export interface SamplePickerProps {
  readonly label: string;
  readonly samples: readonly Sample[];
  readonly onPick: (photo: Photo) => void;
}

/** Small pictures to try the room with. */
export function SamplePicker({ label, samples, onPick }: SamplePickerProps) {
  const pick = async ({ name, address }: Sample) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    if (answer.ok) onPick(createPhoto(await answer.blob(), name));
  };
  if (samples.length === 0) return null;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 text-sm text-quiet">{label}</legend>
      <div className="-mx-1 flex gap-2 overflow-x-auto p-1">
        {samples.map((sample) => (
          <button
            key={sample.address}
            type="button"
            aria-label={`Use the sample: ${sample.name}`}
            onClick={() => void pick(sample).catch(() => {})}
            className="shrink-0 overflow-hidden rounded-lg border border-line hover:border-accent"
          >
            <img src={sample.address} alt="" loading="lazy" className="h-20 w-15 object-cover" />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
