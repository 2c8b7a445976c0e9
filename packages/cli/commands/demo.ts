import path from 'node:path';
import type { Command } from 'commander';
import { dressInEngine, encodeInEngine } from '../composition/dress-in-engine.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../terminal/progress-display.ts';
import { drawWithProgress } from './seed.ts';

const PERSON = 'people/ana.jpg';
const GARMENT = 'garments/tee-sunrise.jpg';

/** `proteus demo`: the sample pictures and a first try-on. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Draw the sample pictures and try a garment on.')
    .option('--out <directory>', 'where everything goes', 'out/demo')
    .action(demo);
}

async function demo({ out }: { readonly out: string }): Promise<void> {
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const { settings } = pipeline;
  const samples = path.join(out, 'samples');
  await drawWithProgress(samples, false, signal);
  const person = await readPictureFile(path.join(samples, PERSON), settings);
  const garment = await readPictureFile(path.join(samples, GARMENT), settings);

  const engines = await startEngines(settings, { size: 1, warmUp: null });
  const display = createProgressDisplay({ json: false });
  try {
    const outcome = await dressInEngine(engines, pipeline, {
      person,
      garment,
      signal,
      onProgress: (progress) => display.update(progress),
    });
    const bytes = await encodeInEngine(engines, pipeline, outcome.picture, 'jpeg', signal);
    const result = path.resolve(out, 'result.jpg');
    await writeFileWhole(result, bytes);
    display.end();
    const seconds = ((outcome.timings.total ?? 0) / 1000).toFixed(1);
    console.log(`
  The try-on took ${seconds} s. Look at it:
    ${result}

  The person and the garment it was made from, and more of them:
    ${path.resolve(samples)}

  To use your own photos in the browser, start the server:
    make api
  and open
    http://${settings.HOST}:${settings.PORT}/web/
`);
  } finally {
    display.end();
    await engines.close();
  }
}
