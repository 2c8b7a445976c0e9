import {
  DETECTOR_INPUT_SIZE,
  type PersonDetector,
} from '@proteus/neural/networks/person-detector.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { type CropFrame, cropMap, cropToPicture } from './crop-frame.ts';
import { searchWindows, wholePicture } from './first-crops.ts';
import { frameAround } from './follow-crop.ts';
import { sampleCrop } from './sample-crop.ts';

/** Nobody tries clothes on upside down, but garments' hems look like shoulders: radians. */
const MAX_ROTATION = 2;
/** Parts of a picture look like people more often than whole ones do. */
const LEAST_WINDOW_SCORE = 0.7;
/** Two finds closer than this share of their size are one person. */
const SAME_DISTANCE = 0.2;

/** Somebody whom the detector saw. */
export interface FoundPerson {
  /** The crop that holds the whole body. */
  readonly frame: CropFrame;
  /** 0 to 1. */
  readonly score: number;
}

async function findWithin(
  detector: PersonDetector,
  picture: RgbImage,
  window: CropFrame,
  signal: AbortSignal,
): Promise<FoundPerson[]> {
  const map = cropMap(window, 1);
  const detections = await detector.run(sampleCrop(picture, window, DETECTOR_INPUT_SIZE), signal);
  return detections
    .map((person) => ({
      frame: frameAround(
        cropToPicture(map, person.hipX, person.hipY),
        cropToPicture(map, person.circleX, person.circleY),
      ),
      score: person.score,
    }))
    .filter(({ frame }) => Math.abs(frame.rotation) < MAX_ROTATION);
}

function isSamePerson({ frame: a }: FoundPerson, { frame: b }: FoundPerson): boolean {
  const distance = Math.hypot(a.centreX - b.centreX, a.centreY - b.centreY);
  return distance < SAME_DISTANCE * Math.max(a.size, b.size);
}

/**
 * Looks for people in overlapping parts of the picture, where small ones are larger, and those
 * close together farther apart.
 *
 * @param known people who are not to be found once more.
 */
export async function findPeopleInParts(
  detector: PersonDetector,
  picture: RgbImage,
  known: readonly FoundPerson[],
  leastScore: number,
  signal: AbortSignal,
): Promise<FoundPerson[]> {
  const people: FoundPerson[] = [];
  for (const window of searchWindows(picture)) {
    for (const person of await findWithin(detector, picture, window, signal)) {
      if (person.score < leastScore) continue;
      if ([...known, ...people].some((other) => isSamePerson(other, person))) continue;
      people.push(person);
    }
  }
  return people;
}

/** Looks for people in the whole picture and, when there is nobody, in parts of it; largest first. */
export async function findPeople(
  detector: PersonDetector,
  picture: RgbImage,
  signal: AbortSignal,
): Promise<FoundPerson[]> {
  const seen = await findWithin(detector, picture, wholePicture(picture), signal);
  const people =
    seen.length > 0
      ? seen
      : await findPeopleInParts(detector, picture, [], LEAST_WINDOW_SCORE, signal);
  return people.sort((a, b) => b.frame.size - a.frame.size);
}
