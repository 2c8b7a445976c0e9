import path from 'node:path';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import {
  measureAgainstTruth,
  type TruthMeasures,
} from '@proteus/tryon/stages/quality/measure-against-truth.ts';
import { withoutAlpha } from '@proteus/workers/engine/without-alpha.ts';
import { dressInEngine } from '../composition/dress-in-engine.ts';
import { loadPipeline, type Pipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../terminal/progress-display.ts';
import { findTriplets, type Triplet } from './find-triplets.ts';
import { meanMeasures } from './mean-measures.ts';

interface QualityOptions {
  readonly set: string;
  readonly out?: string;
  readonly json: boolean;
}

/** What was measured of one triplet; `result` is null when the try-on was refused. */
interface Measured {
  readonly name: string;
  readonly result: TruthMeasures | null;
  readonly unchanged: TruthMeasures;
  readonly score: number | null;
  readonly refusal: string | null;
}

/** Measures results, and the untouched person beside them, against true photos. */
export async function benchQuality(options: QualityOptions): Promise<void> {
  const triplets = await findTriplets(options.set);
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const engines = await startEngines(pipeline.settings, { size: 1, warmUp: null });
  const display = createProgressDisplay({ json: options.json });
  const measured: Measured[] = [];
  try {
    for (const [index, triplet] of triplets.entries()) {
      display.update({ stage: triplet.name, progress: index / triplets.length });
      measured.push(await measure(triplet, options, pipeline, engines, signal));
    }
  } finally {
    display.end();
    await engines.close();
  }
  report(measured, options.json);
}

async function measure(
  triplet: Triplet,
  { out }: QualityOptions,
  pipeline: Pipeline,
  engines: Awaited<ReturnType<typeof startEngines>>,
  signal: AbortSignal,
): Promise<Measured> {
  const { settings } = pipeline;
  const limits = pictureLimits(settings);
  const read = (file: string) => readPictureFile(file, settings);
  const decode = async (bytes: Uint8Array): Promise<RgbImage> =>
    withoutAlpha(await decodePicture(bytes, limits, signal));
  const [person, garment] = [await read(triplet.person), await read(triplet.garment)];
  const [before, truth] = [await decode(person), await decode(await read(triplet.truth))];
  const unchanged = measureAgainstTruth({ person: before, result: before, truth });
  const { name } = triplet;
  try {
    const { picture, quality } = await dressInEngine(engines, pipeline, {
      person,
      garment,
      signal,
    });
    if (out !== undefined) await writeFileWhole(path.join(out, `${name}_result.png`), picture);
    const result = measureAgainstTruth({ person: before, result: await decode(picture), truth });
    return { name, result, unchanged, score: quality.score, refusal: null };
  } catch (error) {
    signal.throwIfAborted();
    const refusal = (error as { code?: string }).code ?? 'INTERNAL';
    return { name, result: null, unchanged, score: null, refusal };
  }
}

function report(measured: readonly Measured[], json: boolean): void {
  const done = measured.filter((item) => item.result !== null);
  const mean = meanMeasures(done.map((item) => item.result as TruthMeasures));
  const meanUnchanged = meanMeasures(done.map((item) => item.unchanged));
  if (json) {
    console.log(JSON.stringify({ items: measured, mean, meanUnchanged }));
    return;
  }
  console.log(`${'item'.padEnd(12)}  dE00   SSIM   GMSD  outside   (person left as is)`);
  for (const { name, result, unchanged, refusal } of measured) {
    const figures = result === null ? `refused: ${refusal}`.padEnd(30) : line(result);
    console.log(`${name.padEnd(12)} ${figures}   (${line(unchanged).trim()})`);
  }
  if (mean && meanUnchanged) {
    console.log(`${'mean'.padEnd(12)} ${line(mean)}   (${line(meanUnchanged).trim()})`);
  }
}

function line({ deltaE, ssim, gmsd, outside }: TruthMeasures): string {
  const [first, ...rest] = [
    deltaE.toFixed(2),
    ssim.toFixed(3),
    gmsd.toFixed(3),
    outside.toFixed(2),
  ];
  return [first?.padStart(5), ...rest].join('  ');
}
