import path from 'node:path';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import { badnessOf, CRITERIA } from '@proteus/tryon/stages/quality/criteria.ts';
import { dressInEngine } from '../../composition/dress-in-engine.ts';
import { loadPipeline, type Pipeline } from '../../composition/load-pipeline.ts';
import { startEngines } from '../../composition/start-engines.ts';
import { readPictureFile } from '../../files/read-picture-file.ts';
import { writeFileWhole } from '../../files/write-file-whole.ts';
import { interruptSignal } from '../../terminal/interrupt-signal.ts';
import { createProgressDisplay } from '../../terminal/progress-display.ts';
import { fitWeights, heldOutCorrelation, worstFactors } from './fit-criteria.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { type Grade, readGrades } from './read-grades.ts';

interface CalibrationOptions {
  readonly grades: string;
  readonly set: string;
  readonly out?: string;
  readonly json: boolean;
}

/** A graded try-on and what the gate says of it; without a verdict when it was refused. */
export interface Judged extends Grade {
  readonly quality: Quality | null;
  readonly refusal: string | null;
}

/** Bytes of analyses that are remembered from one try-on to the next. */
const CACHE_BYTES = 128 * 2 ** 20;

/**
 * Compares the gate's scores with a person's grades. Pictures go out under their line's number alone, so
 * that they can be graded before any score is seen.
 */
export async function benchCalibration(options: CalibrationOptions): Promise<void> {
  const grades = await readGrades(options.grades);
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const cache = { memoryBytes: CACHE_BYTES, shared: null };
  const engines = await startEngines(pipeline.settings, { size: 1, warmUp: null, cache });
  const display = createProgressDisplay({ json: options.json });
  const judged: Judged[] = [];
  try {
    for (const [index, grade] of grades.entries()) {
      display.update({ stage: `${index + 1}`, progress: index / grades.length });
      judged.push(await judge(grade, index, options, pipeline, engines, signal));
    }
  } finally {
    display.end();
    await engines.close();
  }
  if (options.json) console.log(JSON.stringify({ items: judged, ...summary(judged) }));
  else report(judged);
}

async function judge(
  grade: Grade,
  index: number,
  { set, out }: CalibrationOptions,
  pipeline: Pipeline,
  engines: Awaited<ReturnType<typeof startEngines>>,
  signal: AbortSignal,
): Promise<Judged> {
  const read = (file: string) => readPictureFile(path.join(set, file), pipeline.settings);
  const [person, garment] = [await read(grade.person), await read(grade.garment)];
  const { category } = grade;
  try {
    const outcome = await dressInEngine(engines, pipeline, { person, garment, category, signal });
    if (out !== undefined) {
      const name = `${String(index + 1).padStart(3, '0')}.png`;
      await writeFileWhole(path.join(out, name), outcome.picture);
    }
    return { ...grade, quality: outcome.quality, refusal: null };
  } catch (error) {
    signal.throwIfAborted();
    return { ...grade, quality: null, refusal: (error as { code?: string }).code ?? 'INTERNAL' };
  }
}

/** Correlations over all graded pictures, and over every second one: are both halves as good? */
function summary(judged: readonly Judged[]) {
  const graded = judged.flatMap(({ grade, quality }) =>
    grade === null || quality === null ? [] : [{ grade, score: quality.score }],
  );
  const correlate = (part: typeof graded) =>
    rankCorrelation(
      part.map(({ grade }) => grade),
      part.map(({ score }) => score),
    );
  return {
    graded: graded.length,
    correlation: correlate(graded),
    halves: [0, 1].map((half) => correlate(graded.filter((_, index) => index % 2 === half))),
  };
}

function report(judged: readonly Judged[]): void {
  const { graded, correlation, halves } = summary(judged);
  if (graded === 0) {
    console.log(`${judged.length} pictures, none of them graded yet`);
    return;
  }
  for (const { person, garment, grade, quality, refusal } of judged) {
    const verdict =
      quality === null ? refusal : `${quality.score.toFixed(2)} ${quality.reasons.join(' ')}`;
    console.log(`${grade ?? '-'}  ${verdict}  ${person} ${garment}`);
  }
  const samples = judged.flatMap(({ grade, quality }) =>
    grade === null || quality === null
      ? []
      : [{ grade, badness: CRITERIA.map((one) => badnessOf(one, quality.metrics)) }],
  );
  const fitted = worstFactors(fitWeights(samples));
  console.log('worst factors as these grades would have them, and as they are:');
  for (const [index, { reason, worst }] of CRITERIA.entries()) {
    console.log(`  ${reason.padEnd(18)} ${fitted[index]!.toFixed(2)}  ${worst.toFixed(2)}`);
  }
  console.log(`each picture ranked by the others' fit: ${heldOutCorrelation(samples).toFixed(2)}`);
  const [even, odd] = halves.map((half) => half.toFixed(2));
  console.log(`${graded} graded pictures: Spearman ${correlation.toFixed(2)} (${even}, ${odd})`);
}
