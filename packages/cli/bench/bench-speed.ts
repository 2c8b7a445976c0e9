import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import { samplePath } from '@proteus/samples/sample-path.ts';
import type { DressRequest } from '../composition/dress-in-engine.ts';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { loadRehearsal } from '../composition/rehearsal.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { enlargePhoto } from './enlarge-photo.ts';
import { type SpeedFigures, speedFigures } from './speed-figures.ts';
import { type Preparation, timeJobs } from './time-jobs.ts';

interface SpeedOptions {
  readonly user?: string;
  readonly garment?: string;
  readonly runs: string;
  readonly sizes: boolean;
  readonly json: boolean;
}

/** Room for the analyses of the few photos that are measured. */
const CACHE = { memoryBytes: 64 * 2 ** 20, shared: null };
/** Sizes of the person's photo in million pixels, up to what a phone's camera takes. */
const SIZES = [1, 3, 6, 12] as const;
const JOBS_A_SIZE = 3;

/** The person's photo at one size. */
interface SizeFigures {
  readonly megapixels: number;
  /** Of the fastest job. */
  readonly totalMs: number;
  readonly peakMegabytes: number;
}

/** Times a try-on in an engine as it starts, in one that has rehearsed, and with remembered analyses. */
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
  const request: DressRequest = { person, garment, signal };
  const time = (of: DressRequest, jobs: number, preparation: Preparation) =>
    timeJobs(pipeline, of, jobs, preparation);
  const rehearsal = await loadRehearsal(settings, 'now');
  const figures = speedFigures(
    await time(request, 1, {}),
    await time(request, runs, { rehearsal }),
    await time(request, runs + 1, { rehearsal, cache: CACHE }),
  );
  const sizes: SizeFigures[] = [];
  for (const megapixels of options.sizes ? SIZES : []) {
    const photo = await enlargePhoto(person, megapixels, pictureLimits(settings), signal);
    const { jobs, peakBytes } = await time({ ...request, person: photo }, JOBS_A_SIZE, {
      rehearsal,
    });
    const totalMs = Math.min(...jobs.map(({ total = 0 }) => total));
    sizes.push({ megapixels, totalMs, peakMegabytes: peakBytes / 2 ** 20 });
  }
  if (options.json) console.log(JSON.stringify({ ...figures, sizes }));
  else report(figures, sizes);
}

function report(figures: SpeedFigures, sizes: readonly SizeFigures[]): void {
  const { first, warm, cached, startMs, timesFloor } = figures;
  const { peakMegabytes, growthMegabytes, jobCount } = figures;
  const row = (name: string, values: readonly (number | string)[]) =>
    [
      name.padEnd(18),
      ...values.map((value) => (typeof value === 'number' ? value.toFixed(0) : value).padStart(7)),
    ].join(' ');
  console.log(row('milliseconds', ['first', 'warm', 'cached']));
  for (const [stage, ms] of Object.entries(first)) {
    console.log(row(stage, [ms, warm[stage] ?? 0, cached[stage] ?? 0]));
  }
  console.log(
    `warm jobs take ${timesFloor.toFixed(1)} times what decoding and the pose network take alone`,
  );
  console.log(`engine start ${startMs.toFixed(0)} ms, peak memory ${peakMegabytes.toFixed(0)} MiB`);
  console.log(
    `memory after the last of ${jobCount} jobs: ${growthMegabytes.toFixed(0)} MiB more than after the second`,
  );
  if (sizes.length === 0) return;
  console.log(row('million pixels', ['ms', 'MiB']));
  for (const { megapixels, totalMs, peakMegabytes: peak } of sizes) {
    console.log(row(String(megapixels), [totalMs, peak]));
  }
}
