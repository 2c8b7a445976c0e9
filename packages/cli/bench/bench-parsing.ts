import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';
import { pictureLimits } from '@proteus/platform/pictures/limits.ts';
import { resizeMask } from '@proteus/raster/resize-mask.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { PoseEstimator } from '@proteus/tryon/pose.ts';
import { analysePerson } from '@proteus/tryon/stages/person-parsing/analyse-person.ts';
import { createPoseEstimator } from '@proteus/tryon/stages/pose/create-pose-estimator.ts';
import { workingSize } from '@proteus/tryon/working-size.ts';
import { createPoseNetworks } from '@proteus/workers/engine/pose-networks.ts';
import { withoutAlpha } from '@proteus/workers/engine/without-alpha.ts';
import { engineThreads } from '../composition/engine-threads.ts';
import { loadPipeline, type Pipeline } from '../composition/load-pipeline.ts';
import { readPictureFile } from '../files/read-picture-file.ts';
import { interruptSignal } from '../terminal/interrupt-signal.ts';
import { findLabelled, type LabelledPhoto } from './find-labelled.ts';
import { paletteLabels } from './palette-labels.ts';
import {
  PARSE_GROUPS,
  type ParseAgreement,
  type ParseGroup,
  parseAgreement,
} from './parse-agreement.ts';

interface ParsingOptions {
  readonly set: string;
  readonly json: boolean;
}

/** What was measured of one photo. */
interface Measured {
  readonly name: string;
  readonly agreement: ParseAgreement;
}

/** Measures how far the parses of labelled photos agree with the labels. */
export async function benchParsing(options: ParsingOptions): Promise<void> {
  const photos = await findLabelled(options.set);
  const signal = interruptSignal();
  const pipeline = loadPipeline();
  const { settings, config } = pipeline;
  const networks = createPoseNetworks({
    threads: engineThreads(1),
    modelsDirectory: settings.MODELS_DIR ?? null,
  });
  const estimator = createPoseEstimator({
    network: networks.landmarks(config.pose.network),
    detector: networks.detector,
    mirror: config.pose.mirror,
  });
  const measured: Measured[] = [];
  for (const photo of photos) {
    const agreement = await measure(photo, pipeline, estimator, signal);
    measured.push({ name: photo.name, agreement });
  }
  report(measured, options.json);
}

async function measure(
  { photo, labels }: LabelledPhoto,
  { settings, config }: Pipeline,
  estimator: PoseEstimator,
  signal: AbortSignal,
): Promise<ParseAgreement> {
  const limits = pictureLimits(settings);
  const decode = async (bytes: Uint8Array): Promise<RgbImage> =>
    withoutAlpha(await decodePicture(bytes, limits, signal));
  const person = await decode(await readPictureFile(photo, settings));
  const labelFile = await readPictureFile(labels, settings);
  const truth = paletteLabels(labelFile, await decode(labelFile));
  const { width, height } = workingSize(person, config.work.res_long);
  const picture = resizeRgb(person, width, height);
  const { parts } = analysePerson(picture, await estimator(picture, signal), () =>
    signal.throwIfAborted(),
  );
  return parseAgreement(truth, resizeMask(parts, truth.width, truth.height));
}

function meanOf(measured: readonly Measured[], group: ParseGroup): number | undefined {
  const values = measured.flatMap(({ agreement }) => agreement[group] ?? []);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function report(measured: readonly Measured[], json: boolean): void {
  const mean = Object.fromEntries(PARSE_GROUPS.map((group) => [group, meanOf(measured, group)]));
  if (json) {
    console.log(JSON.stringify({ items: measured, mean }));
    return;
  }
  console.log(['item'.padEnd(14), ...PARSE_GROUPS.map((group) => group.padStart(6))].join(' '));
  for (const { name, agreement } of [...measured, { name: 'mean', agreement: mean }]) {
    const figures = PARSE_GROUPS.map((group) => agreement[group]?.toFixed(3) ?? '-');
    console.log([name.padEnd(14), ...figures.map((figure) => figure.padStart(6))].join(' '));
  }
}
