import { samplePath } from '@proteus/samples/sample-path.ts';
import { dressInEngine } from '../composition/dress-in-engine.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { UsageError } from '../terminal/usage-error.ts';

interface SpeedOptions {
  readonly user?: string;
  readonly garment?: string;
  readonly runs: string;
  readonly json: boolean;
}

/** How often the engine's memory is looked at. */
const SAMPLE_MS = 10;

/** Times a try-on in a fresh engine and in one that has its networks loaded. */
export async function benchSpeed(options: SpeedOptions): Promise<void> {
  const runs = Number(options.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > 1000) {
    throw new UsageError('--runs takes a whole number from 1 to 1000.');
  }
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const { settings } = pipeline;
  const person = await readPictureFile(options.user ?? samplePath('person'), settings);
  const garment = await readPictureFile(options.garment ?? samplePath('garment'), settings);
  const startedAt = performance.now();
  const engines = await startEngines(settings, { size: 1, warmUp: null });
  const startMs = performance.now() - startedAt;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, engines.health().rss);
  }, SAMPLE_MS);
  const timings: Readonly<Record<string, number>>[] = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const { timings: one } = await dressInEngine(engines, pipeline, { person, garment, signal });
      timings.push(one);
    }
  } finally {
    clearInterval(watch);
    await engines.close();
  }
  report(startMs, timings, peak, options.json);
}

function report(
  startMs: number,
  timings: readonly Readonly<Record<string, number>>[],
  peakBytes: number,
  json: boolean,
): void {
  const [cold = {}, ...warm] = timings;
  const median = Object.fromEntries(
    Object.keys(cold).map((stage) => [stage, medianOf(warm.map((one) => one[stage] ?? 0))]),
  );
  const peakMegabytes = peakBytes / 2 ** 20;
  if (json) {
    console.log(JSON.stringify({ startMs, cold, warmMedian: median, peakMegabytes }));
    return;
  }
  console.log(`${'milliseconds'.padEnd(18)} ${'first'.padStart(7)} ${'later'.padStart(7)}`);
  for (const [stage, ms] of Object.entries(cold)) {
    const later = (median[stage] ?? 0).toFixed(0);
    console.log(`${stage.padEnd(18)} ${ms.toFixed(0).padStart(7)} ${later.padStart(7)}`);
  }
  console.log(`engine start ${startMs.toFixed(0)} ms, peak memory ${peakMegabytes.toFixed(0)} MiB`);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
