import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Category, categorySchema } from '@proteus/contracts/jobs/category.ts';
import { type Tuck, tuckSchema } from '@proteus/contracts/jobs/corrections.ts';
import type { TryOnOutcome } from '@proteus/workers/engine/task.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { dressInEngine, encodeInEngine } from '../composition/dress-in-engine.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { outputFormat } from '../files/output-format.ts';
import { readCorrections } from '../files/read-corrections.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../terminal/progress-display.ts';

interface TryonOptions {
  readonly user: string;
  readonly garment: string;
  readonly out: string;
  readonly category: Category;
  readonly tuck?: Tuck;
  readonly corrections?: string;
  readonly seed?: number;
  readonly keep?: string;
  readonly json: boolean;
}

/** `proteus tryon`: one try-on, from two files to one. */
export function addTryonCommand(program: Command): void {
  program
    .command('tryon')
    .description('Dress the person of one photo in the garment of another.')
    .requiredOption('--user <file>', 'photo of the person, facing the camera')
    .requiredOption('--garment <file>', 'photo of the garment, flat on a plain background')
    .requiredOption('--out <file>', 'where the result goes: .jpg, .png, .webp or .avif')
    .addOption(
      new Option('--category <kind>', 'what the garment covers')
        .choices(categorySchema.options)
        .default('auto'),
    )
    .addOption(
      new Option('--tuck <how>', 'how a top ends at the waist').choices(tuckSchema.options),
    )
    .option(
      '--corrections <file>',
      'JSON with garment_landmarks, person_mask and tuck, as the API takes them',
    )
    .option('--seed <number>', 'fixes the grain (0 to 4294967295)', parseSeed)
    .option('--keep <directory>', 'also write the intermediate pictures there')
    .option('--json', 'print the outcome as JSON', false)
    .action(tryon);
}

async function tryon(options: TryonOptions): Promise<void> {
  const format = outputFormat(options.out);
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const { settings, config } = pipeline;
  const person = await readPictureFile(options.user, settings);
  const garment = await readPictureFile(options.garment, settings);
  const corrections = await readCorrections(options.corrections, options.tuck);
  const keepArtifacts = options.keep !== undefined || config.debug.keep_artifacts;
  const engines = await startEngines(settings, { size: 1, warmUp: null });
  const display = createProgressDisplay({ json: options.json });
  try {
    const outcome = await dressInEngine(engines, pipeline, {
      person,
      garment,
      category: options.category,
      corrections,
      seed: options.seed,
      config: { ...config, debug: { ...config.debug, keep_artifacts: keepArtifacts } },
      signal,
      onProgress: (progress) => display.update(progress),
    });
    const encoded = await encodeInEngine(engines, pipeline, outcome.picture, format, signal);
    await writeFileWhole(options.out, encoded);
    for (const { name, picture } of options.keep === undefined ? [] : outcome.artifacts) {
      const file = path.join(options.keep ?? '', `${name}.png`);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFileWhole(file, picture);
    }
    display.end();
    report(options, outcome);
  } finally {
    display.end();
    await engines.close();
  }
}

function report({ out, json }: TryonOptions, outcome: TryOnOutcome): void {
  const { width, height, category, seed, quality, warnings, timings } = outcome;
  if (json) {
    console.log(JSON.stringify({ out, width, height, category, seed, quality, warnings, timings }));
    return;
  }
  const seconds = ((timings.total ?? 0) / 1000).toFixed(1);
  console.log(`${out}  ${width} × ${height}, ${category}, ${seconds} s`);
  console.log(`confidence ${Math.round(quality.score * 100)} %`);
  for (const warning of warnings) console.log(`warning: ${warning}`);
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new InvalidArgumentError('a whole number from 0 to 4294967295');
  }
  return seed;
}
