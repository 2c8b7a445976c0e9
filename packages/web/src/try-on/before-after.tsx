import { MoveHorizontal } from 'lucide-react';
import { useState } from 'react';

export interface BeforeAfterProps {
  readonly before: string;
  readonly after: string;
  /** Called when the browser cannot show the original. */
  readonly onBeforeError: () => void;
}

/** Where the border comes to rest: most of the new picture shows, and that there is an old one. */
const RESTING_PLACE = 30;
/** Nearer to an edge than this, that edge's label would stand on the wrong picture. */
const LABEL_WIDTH = 22;
const LABEL =
  'pointer-events-none absolute top-3 rounded-full bg-black/65 px-3 py-1 text-xs text-white transition-opacity';

/**
 * Two pictures of one size over each other; a slider (mouse, touch, arrow keys) moves the border. The
 * new one is drawn open like a curtain once it has arrived.
 */
export function BeforeAfter({ before, after, onBeforeError }: BeforeAfterProps) {
  const [position, setPosition] = useState(100);
  const [held, setHeld] = useState(false);
  const curtain = held ? '' : 'duration-900 ease-out motion-reduce:transition-none';
  return (
    <div className="relative w-fit overflow-hidden rounded-2xl border border-line bg-card select-none">
      <img
        src={before}
        alt="The original"
        onError={onBeforeError}
        className="block max-h-[calc(100dvh-12rem)] max-w-full"
      />
      <img
        src={after}
        alt="You in the new garment"
        onLoad={() => held || setPosition(RESTING_PLACE)}
        className={`absolute inset-0 size-full transition-[clip-path] ${curtain}`}
        style={{ clipPath: `inset(0 0 0 ${position}%)` }}
      />
      <input
        type="range"
        min={0}
        max={100}
        value={position}
        aria-label="Share of the original that is shown"
        aria-valuetext={`${position} % original`}
        onChange={(event) => {
          setHeld(true);
          setPosition(Number(event.target.value));
        }}
        className="peer absolute inset-0 z-10 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
      <div
        aria-hidden
        className={`pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_4px_rgb(0_0_0/0.4)] transition-[left] peer-focus-visible:[&>span]:outline-3 ${curtain}`}
        style={{ left: `${position}%` }}
      >
        <span className="absolute top-1/2 left-1/2 grid size-11 -translate-1/2 place-items-center rounded-full bg-white text-black shadow-md outline-offset-2 outline-accent">
          <MoveHorizontal className="size-5" />
        </span>
      </div>
      <span className={`${LABEL} left-3 ${position < LABEL_WIDTH ? 'opacity-0' : ''}`}>before</span>
      <span className={`${LABEL} right-3 ${position > 100 - LABEL_WIDTH ? 'opacity-0' : ''}`}>
        after
      </span>
    </div>
  );
}
