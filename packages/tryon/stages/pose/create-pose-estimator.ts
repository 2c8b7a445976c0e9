import type { LandmarkNetwork } from '@proteus/neural/networks/landmark-network.ts';
import type { PersonDetector } from '@proteus/neural/networks/person-detector.ts';
import type { PoseEstimator } from '../../pose.ts';
import { countPeople, type Look } from './count-people.ts';
import type { CropFrame } from './crop-frame.ts';
import { findPeople } from './find-people.ts';
import { likelyCrops } from './first-crops.ts';
import { followCrop, isSteady } from './follow-crop.ts';
import { releaseHeldArm } from './held-arm.ts';
import { outlineFrame } from './outline-frame.ts';
import { joinLandmarks } from './picture-landmarks.ts';
import { addMirroredPass, type PosePass, runPosePass } from './pose-pass.ts';
import { projectMask } from './project-mask.ts';

/** A crop that scores this high needs no rival. */
const SURE_SCORE = 0.8;
const MAX_FOLLOWS = 3;
/** A followed crop may score a little less than the one before it: it shows the person better. */
const ACCEPTED_LOSS = 0.8;
/** Of several people only so many of the largest are looked at. */
const MAX_RIVALS = 3;
/** The landmark network alone takes garments for people: what no detector saw is hardly one. */
const UNDETECTED_FACTOR = 0.3;

/** What the estimator works with. */
export interface PoseEstimatorOptions {
  readonly network: LandmarkNetwork;
  /** Finds people anywhere, counts them, and tells them from garments; without it likely places are searched. */
  readonly detector?: PersonDetector;
  /** Average in a mirrored look at the last crop: steadier, for one more look. */
  readonly mirror: boolean;
}

async function bestPass(look: Look, frames: readonly CropFrame[]): Promise<PosePass> {
  let best: PosePass | undefined;
  for (const frame of frames) {
    const pass = await look(frame);
    if (best === undefined || pass.score > best.score) {
      best = pass;
    }
    if (best.score >= SURE_SCORE) {
      break;
    }
  }
  return best!;
}

async function followPerson(look: Look, first: PosePass): Promise<PosePass> {
  let pass = first;
  for (let follow = 0; follow < MAX_FOLLOWS; follow++) {
    const frame = followCrop(pass);
    const steady = isSteady(pass.frame, frame);
    const next = await look(frame);
    if (!(next.score >= pass.score * ACCEPTED_LOSS)) {
      break;
    }
    pass = next;
    if (steady) {
      break;
    }
  }
  return pass;
}

/**
 * Finds the largest person's landmarks and outline. A picture without a person gives a pose with a low
 * score, not an error: what is too low, the caller decides.
 *
 * @see Bazarevsky et al. 2020, "BlazePose: On-device Real-time Body Pose tracking".
 */
export function createPoseEstimator(options: PoseEstimatorOptions): PoseEstimator {
  const { network, detector, mirror } = options;
  return async (picture, signal) => {
    const look: Look = (frame) => runPosePass(network, picture, frame, signal);
    const steady = async (pass: PosePass) =>
      mirror ? await addMirroredPass(network, picture, pass, signal) : pass;
    const people = detector === undefined ? [] : await findPeople(detector, picture, signal);
    const rivals = people.slice(0, MAX_RIVALS).map(({ frame }) => frame);
    const first = await bestPass(look, rivals.length > 0 ? rivals : likelyCrops(picture));
    const found = await followPerson(look, first);
    const frame = outlineFrame(found, picture);
    const around = frame && (await look(frame));
    const accepted = around && around.score >= found.score * ACCEPTED_LOSS ? around : undefined;
    // The mirrored look goes to the last crop alone: two means steady little more than one.
    const outline = accepted && (await steady(accepted));
    const body = outline === undefined ? await steady(found) : found;
    const peopleCount =
      detector && (await countPeople({ detector, look, picture, people, chosen: found, signal }));
    const isDoubtful = detector !== undefined && people.length === 0;
    return {
      landmarks: releaseHeldArm(joinLandmarks(body, outline)),
      score: isDoubtful ? body.score * UNDETECTED_FACTOR : body.score,
      personMask: projectMask(outline === undefined ? [body] : [body, outline], picture),
      ...(peopleCount === undefined ? {} : { peopleCount }),
    };
  };
}
