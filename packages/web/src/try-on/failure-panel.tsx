import { useEffect, useRef } from 'react';

export interface FailurePanelProps {
  readonly code: string;
  readonly message: string;
  readonly onAgain: () => void;
}

/** Why there is no picture, and the way on. */
export function FailurePanel({ code, message, onAgain }: FailurePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      role="alert"
      className="flex flex-col gap-4 rounded-2xl border border-alarm/50 bg-card p-6 sm:p-8"
    >
      <h2 ref={heading} tabIndex={-1} className="font-display text-2xl outline-none">
        That did not work
      </h2>
      <p>{message}</p>
      <p className="font-mono text-xs text-quiet">{code}</p>
      <button
        type="button"
        onClick={onAgain}
        className="w-fit rounded-full bg-accent px-6 py-3 font-medium text-accent-ink hover:opacity-90"
      >
        Choose other photos
      </button>
    </section>
  );
}
