import path from 'node:path';
import type { Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../terminal/progress-display.ts';

/** `proteus seed`: draws the sample people and garments. */
export function addSeedCommand(program: Command): void {
  program
    .command('seed')
    .description('Draw the sample pictures.')
    .option('--out <directory>', 'where they go (default: samples in the data folder)')
    .option('--json', 'print the files as JSON', false)
    .action(seed);
}

async function seed(options: { readonly out?: string; readonly json: boolean }): Promise<void> {
  const directory = options.out ?? path.join(loadPipeline().settings.DATA_DIR, 'samples');
  const files = await drawWithProgress(directory, options.json, interruptSignal());
  if (options.json) console.log(JSON.stringify({ files }));
  else console.log(`${files.length} pictures in ${directory}`);
}

/** Draws all samples and shows how far it is. */
export async function drawWithProgress(
  directory: string,
  json: boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { drawSamples } = await import('@proteus/samples/draw.ts');
  const display = createProgressDisplay({ json });
  try {
    return await drawSamples(directory, {
      signal,
      onProgress: (progress) => display.update({ stage: 'drawing samples', progress }),
    });
  } finally {
    display.end();
  }
}
