import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from './garment-analysis.ts';
import type { Pose } from './pose.ts';
import { analysePerson } from './stages/person-parsing/analyse-person.ts';
import { analyseWornGarment } from './stages/worn/analyse-worn-garment.ts';
import { cutWornGarment } from './stages/worn/cut-worn-garment.ts';
import type { TryOnContext } from './try-on.ts';
import { validatePerson } from './validate-person.ts';
import { workingSize } from './working-size.ts';

/** Surer than for a person's own photo: garments and prints pass for people now and then. */
const LEAST_SCORE = 0.7;

/** What taking a garment off needs of the world. */
export interface TakingOff extends Pick<TryOnContext, 'poseEstimator' | 'signal'> {
  /** Called between steps; may throw to stop the work. */
  readonly checkpoint: () => void;
}

/**
 * Takes a garment off the model who wears it in its photo, and understands it.
 *
 * @returns null when the photo shows nobody, or nobody who could be told apart from the garment.
 * @throws the signal's reason when it is aborted.
 */
export async function takeOffWearer(
  photo: RgbImage,
  category: Category,
  config: PipelineConfig,
  { poseEstimator, signal, checkpoint }: TakingOff,
): Promise<GarmentAnalysis | null> {
  const { width, height } = workingSize(photo, config.work.res_long);
  const fits = width === photo.width && height === photo.height;
  const picture = fits ? photo : resizeRgb(photo, width, height);
  const pose = await poseEstimator(picture, signal);
  if (pose.score < LEAST_SCORE || !isWhole(pose, picture)) return null;
  const wearer = analysePerson(picture, pose, checkpoint);
  checkpoint();
  const worn = cutWornGarment(wearer, category, checkpoint);
  return worn && analyseWornGarment(worn, wearer, checkpoint);
}

function isWhole(pose: Pose, picture: RgbImage): boolean {
  try {
    validatePerson(pose, picture);
    return true;
  } catch (error) {
    if (error instanceof ProteusError) return false;
    throw error;
  }
}
