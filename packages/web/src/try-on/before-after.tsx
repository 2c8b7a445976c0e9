import { MoveHorizontal } from 'lucide-react';
import { useState } from 'react';

export interface BeforeAfterProps {
  readonly before: string;
  readonly after: string;
  /** Called when the browser cannot show the original. */
  readonly onBeforeError: () => void;
}

/** Two pictures of one size over each other; a slider (mouse, touch, arrow keys) moves the border. */
export function BeforeAfter({ before, after, onBeforeError }: BeforeAfterProps) {
  const [position, setPosition] = useState(35);
  return (
    <div className="relative overflow-hidden rounded-2xl border border-line bg-card select-none">
      <img src={after} alt="You in the new garment" className="block w-full" />
      <img
        src={before}
        alt="The original"
        onError={onBeforeError}
        className="absolute inset-0 size-full"
        style={{ clipPath: `inset(0 ${100 - position}% 0 0)` }}
      />
      <input
        type="range"
        min={0}
        max={100}
        value={position}
        aria-label="Share of the original that is shown"
        aria-valuetext={`${position} % original`}
        onChange={(event) => setPosition(Number(event.target.value))}
        className="peer absolute inset-0 z-10 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white shadow peer-focus-visible:w-1 peer-focus-visible:bg-accent"
        style={{ left: `${position}%` }}
      >
        <span className="absolute top-1/2 left-1/2 grid size-10 -translate-1/2 place-items-center rounded-full bg-white text-black shadow-md">
          <MoveHorizontal className="size-5" />
        </span>
      </div>
      <span className="pointer-events-none absolute top-3 left-3 rounded-full bg-black/60 px-3 py-1 text-xs text-white">
        before
      </span>
      <span className="pointer-events-none absolute top-3 right-3 rounded-full bg-black/60 px-3 py-1 text-xs text-white">
        after
      </span>
    </div>
  );
}
