import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PersonDetector } from '@proteus/neural/networks/person-detector.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { CropFrame } from './crop-frame.ts';
import { type FoundPerson, findPeopleInParts } from './find-people.ts';
import { pictureLandmarks } from './picture-landmarks.ts';
import type { PosePass } from './pose-pass.ts';

/** Looks at a crop with the landmark network. */
export type Look = (frame: CropFrame) => Promise<PosePass>;

/** Somebody smaller than this share of the chosen person stands in the background. */
const BYSTANDER_SHARE = 0.5;
/** A detector this unsure of one person may have several before it, close together. */
const SURE_DETECTION = 0.75;
/** The least that parts of a picture are asked for then; the landmark network has the last word. */
const LEAST_PART_SCORE = 0.5;
const LEAST_POSE_SCORE = 0.9;
/** More looks than this tell nothing new: three are several people as well as ten are. */
const MOST_LOOKS = 6;
/** Two bodies' shoulders lie this far apart, in shoulder widths, unless they are one body's. */
const APART = 0.8;

interface Shoulders {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function shouldersOf(pass: PosePass): Shoulders {
  const landmarks = pictureLandmarks(pass);
  const left = landmarks[LANDMARK['left-shoulder']]!;
  const right = landmarks[LANDMARK['right-shoulder']]!;
  return {
    x: (left.x + right.x) / 2,
    y: (left.y + right.y) / 2,
    width: Math.hypot(left.x - right.x, left.y - right.y),
  };
}

function areApart(a: Shoulders, b: Shoulders): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) > APART * Math.max(a.width, b.width);
}

/** What counting needs to know. */
export interface PeopleSearch {
  readonly detector: PersonDetector;
  readonly look: Look;
  readonly picture: RgbImage;
  /** Who was found in the whole picture. */
  readonly people: readonly FoundPerson[];
  /** The person who will be dressed. */
  readonly chosen: PosePass;
  readonly signal: AbortSignal;
}

/**
 * Counts the people of about the chosen one's size. People who sit close together the detector takes
 * for one, and is unsure: then parts of the picture are searched as well.
 */
export async function countPeople(search: PeopleSearch): Promise<number> {
  const { detector, look, picture, people, chosen, signal } = search;
  const least = chosen.frame.size * BYSTANDER_SHARE;
  const count = people.filter(({ frame }) => frame.size > least).length;
  if (count !== 1 || people.some(({ score }) => score >= SURE_DETECTION)) return count;
  const candidates = await findPeopleInParts(detector, picture, people, LEAST_PART_SCORE, signal);
  const bodies = [shouldersOf(chosen)];
  for (const { frame } of candidates.slice(0, MOST_LOOKS)) {
    if (frame.size <= least) continue;
    const pass = await look(frame);
    const body = shouldersOf(pass);
    if (pass.score < LEAST_POSE_SCORE || bodies.some((other) => !areApart(other, body))) continue;
    bodies.push(body);
  }
  return bodies.length;
}
