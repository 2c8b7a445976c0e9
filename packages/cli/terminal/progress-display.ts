import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a piece of work is. */
export interface ProgressDisplay {
  update(progress: StageProgress | { readonly stage: string; readonly progress: number }): void;
  /** Always call it, also after an error: it gives the terminal back. */
  end(): void;
}

/**
 * A bar on a terminal, one plain line a stage elsewhere, nothing where scripts read JSON. Writes to
 * standard error, so that standard output holds results only.
 */
export function createProgressDisplay(options: {
  readonly json: boolean;
  readonly stream?: NodeJS.WriteStream;
}): ProgressDisplay {
  const stream = options.stream ?? process.stderr;
  if (options.json) return { update: () => {}, end: () => {} };
  return stream.isTTY ? createBar(stream) : createLines(stream);
}

function createBar(stream: NodeJS.WriteStream): ProgressDisplay {
  const bar = new SingleBar(
    { stream, format: ' {bar} {percentage} %  {stage}', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(100, 0, { stage: 'starting' });
  return {
    update: ({ stage, progress }) => bar.update(Math.round(progress * 100), { stage }),
    end: () => bar.stop(),
  };
}

function createLines(stream: NodeJS.WriteStream): ProgressDisplay {
  let last = '';
  return {
    update({ stage, progress }) {
      if (stage === last) return;
      last = stage;
      stream.write(`${stage} (${Math.round(progress * 100)} %)\n`);
    },
    end: () => {},
  };
}
