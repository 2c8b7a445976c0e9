import { createPhoto, type Photo } from './photo.ts';
import type { Sample } from './samples.ts';

export interface SamplePickerProps {
  readonly label: string;
  readonly samples: readonly Sample[];
  /** Name of the photo that is chosen now. */
  readonly chosen: string | undefined;
  readonly onPick: (photo: Photo) => void;
}

const READ_LIMIT_MS = 20_000;

/** Small pictures to try the room with. */
export function SamplePicker({ label, samples, chosen, onPick }: SamplePickerProps) {
  const pick = async ({ name, address }: Sample) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(READ_LIMIT_MS) });
    if (answer.ok) onPick(createPhoto(await answer.blob(), name));
  };
  if (samples.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-xs text-quiet sm:text-sm">{label}</legend>
      <div className="-mx-1 flex snap-x gap-2 overflow-x-auto px-1 py-1.5 [scrollbar-width:thin]">
        {samples.map((sample) => (
          <button
            key={sample.address}
            type="button"
            aria-label={`Use the sample: ${sample.name}`}
            aria-pressed={sample.name === chosen}
            onClick={() => void pick(sample).catch(() => {})}
            className="h-16 w-12 shrink-0 snap-start overflow-hidden rounded-lg border border-line bg-card ring-accent transition hover:border-accent aria-pressed:border-accent aria-pressed:ring-1 sm:h-20 sm:w-15"
          >
            <img src={sample.address} alt="" className="size-full object-cover" />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
