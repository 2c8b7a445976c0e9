import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { PersonFindings } from './analysis-cache.ts';
import type { PersonAnalysis } from './person-analysis.ts';
import type { StageClock } from './stage-clock.ts';
import { analysePerson } from './stages/person-parsing/analyse-person.ts';
import type { TryOnContext, TryOnInput } from './try-on.ts';
import { validatePerson } from './validate-person.ts';
import { workingSize } from './working-size.ts';

/**
 * Everything that can be known of the person, found out or remembered.
 *
 * @param input the photo of any size, and what shapes the analysis.
 * @returns the analysis at the working size; its picture is the photo itself where the sizes agree.
 * @throws {ProteusError} NO_PERSON, PERSON_TOO_SMALL, NOT_FRONTAL, SHOULDERS_HIDDEN or TORSO_CUT_OFF.
 * @throws the signal's reason when it is aborted.
 */
export async function understandPerson(
  { person, config, corrections }: Pick<TryOnInput, 'person' | 'config' | 'corrections'>,
  { poseEstimator, analyses, signal }: Pick<TryOnContext, 'poseEstimator' | 'analyses' | 'signal'>,
  clock: Pick<StageClock, 'enter'>,
): Promise<PersonAnalysis> {
  const picture = fitPerson(person, config.work.res_long);
  clock.enter('pose');
  const { pose: network, providers } = config;
  const { width, height } = picture;
  const strokes = corrections.person_mask;
  const shaping = { width, height, network, providers, strokes };
  const known = await analyses?.find('person', shaping);
  if (known) return remembered(known, picture);
  const pose = await poseEstimator(picture, signal);
  validatePerson(pose, picture);
  clock.enter('person-parsing');
  const checkpoint = () => clock.enter('person-parsing');
  const found = analysePerson(picture, pose, checkpoint, strokes);
  const { picture: _picture, ...findings } = found;
  analyses?.keep('person', shaping, findings);
  return found;
}

function fitPerson(person: RgbImage, longSide: number): RgbImage {
  const { width, height } = workingSize(person, longSide);
  if (width === person.width && height === person.height) return person;
  return resizeRgb(person, width, height);
}

/** Put together as `analysePerson` does it: V8 compiles all that follows for objects laid out alike. */
function remembered(known: PersonFindings, picture: RgbImage): PersonAnalysis {
  return {
    picture,
    pose: known.pose,
    frame: known.frame,
    regions: known.regions,
    parts: known.parts,
    skinTone: known.skinTone,
    chin: known.chin,
    faceUp: known.faceUp,
    faceRadius: known.faceRadius,
    parseConfidence: known.parseConfidence,
  };
}
