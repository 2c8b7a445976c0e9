import { type Category, categorySchema } from '@proteus/contracts/jobs/category.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { CleanOutcome } from '@proteus/workers/engine/task.ts';
import { type Command, Option } from 'commander';
import { encodeInEngine } from '../composition/dress-in-engine.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { transparentFormat } from '../files/output-format.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../terminal/progress-display.ts';

interface CleanOptions {
  readonly garment: string;
  readonly out: string;
  readonly category: Category;
  readonly json: boolean;
}

/** `proteus clean`: a garment alone, from its photo. */
export function addCleanCommand(program: Command): void {
  program
    .command('clean')
    .description('Cut the garment out of its photo: transparent around it, tightly cropped.')
    .requiredOption('--garment <file>', 'photo of the garment, laid flat or worn by a model')
    .requiredOption('--out <file>', 'where the cut-out goes: .png, .webp or .avif')
    .addOption(
      new Option('--category <kind>', 'which garment of a model is meant')
        .choices(categorySchema.options)
        .default('auto'),
    )
    .option('--json', 'print the outcome as JSON', false)
    .action(clean);
}

async function clean(options: CleanOptions): Promise<void> {
  const format = transparentFormat(options.out);
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const { settings, config } = pipeline;
  const garment = await readPictureFile(options.garment, settings);
  const engines = await startEngines(settings, { size: 1, warmUp: null });
  const display = createProgressDisplay({ json: options.json });
  try {
    const outcome = await engines.run(
      {
        type: 'clean',
        garment,
        category: options.category,
        config,
        limits: pictureLimits(settings),
      },
      {
        signal,
        timeLimitMs: settings.ENGINE_TIME_LIMIT_MS,
        onProgress: (progress) => display.update(progress),
      },
    );
    const { picture } = outcome;
    const encoded =
      format === 'png' ? picture : await encodeInEngine(engines, pipeline, picture, format, signal);
    await writeFileWhole(options.out, encoded);
    display.end();
    report(options, outcome);
  } finally {
    display.end();
    await engines.close();
  }
}

function report({ out, json }: CleanOptions, outcome: CleanOutcome): void {
  const { picture: _, ...described } = outcome;
  if (json) {
    console.log(JSON.stringify({ out, ...described }));
    return;
  }
  const { width, height, category, confidence, timings } = outcome;
  const seconds = ((timings.total ?? 0) / 1000).toFixed(1);
  console.log(`${out}  ${width} × ${height}, ${category}, ${seconds} s`);
  console.log(`confidence ${Math.round(confidence * 100)} %`);
}
