import type { Stage } from '@proteus/contracts/jobs/stage.ts';

/** Takes the time that each stage needs, all its turns together. */
export interface StageClock {
  /** Ends the stage under way and begins another. */
  enter(stage: Stage): void;
  /** Ends the last stage. @returns milliseconds by stage, and `total`. */
  finish(): Readonly<Record<string, number>>;
}

/** @param onEnter called whenever a stage begins; may throw to stop the work. */
export function createStageClock(onEnter: (stage: Stage) => void): StageClock {
  const startedAt = performance.now();
  const timings: Record<string, number> = {};
  let current: Stage | null = null;
  let since = startedAt;
  const leave = () => {
    const now = performance.now();
    if (current !== null) timings[current] = (timings[current] ?? 0) + now - since;
    since = now;
  };
  return {
    enter(stage) {
      leave();
      current = stage;
      onEnter(stage);
    },
    finish() {
      leave();
      return { ...timings, total: performance.now() - startedAt };
    },
  };
}
