import type { PersonAnalysis } from '../../../person-analysis.ts';
import { type ArmOutline, measureArmOutlines } from '../../../stages/warp/body/arm-outline.ts';
import {
  armAt,
  PICTURE_SIDES,
  type PictureSide,
  sideSign,
} from '../../../stages/warp/body/body-side.ts';
import { pointInFrame } from '../../../stages/warp/body/frame-coordinates.ts';
import {
  measureShoulderLine,
  type ShoulderLine,
  shoulderTopBelow,
  undressedLine,
} from '../../../stages/warp/body/shoulder-line.ts';
import { type CapsuleEnd, type Capsules, createCapsules, drawCapsule } from './capsules.ts';
import { measureHandSection } from './hand-section.ts';
import { taperToHand } from './hand-taper.ts';
import { roundChain } from './round-chain.ts';
import { type ArmStation, measureArmShape } from './skin-arm-shape.ts';

/** Where the bare arms would be, 0 = shoulder and 1 = wrist `along` them. */
export interface LimbCapsules extends Capsules {
  /** Both arms' thickness, at the picture's left and right. */
  readonly outlines: readonly [ArmOutline, ArmOutline];
  /** Where each arm's elbow lies along it. */
  readonly elbows: readonly [number, number];
}

/** The shoulder's round end: its radius and its place from the body's middle, in shoulder widths. */
const CAP_RADIUS = 0.12;
const CAP_STATION = 0.44;

/** The round end of the shoulder, over the joint and under the shoulder's outline. */
function deltoidCap(person: PersonAnalysis, side: PictureSide, line: ShoulderLine): ArmStation {
  const { frame } = person;
  const radius = CAP_RADIUS * frame.shoulderWidth;
  const top = shoulderTopBelow(line, side, CAP_STATION, frame.shoulderWidth);
  const middle = pointInFrame(frame, sideSign(side) * CAP_STATION, top + radius);
  return { ...middle, radius, along: 0 };
}

/**
 * A hand's two ends in the arm's own direction: it may be seen before the arm's last station, and which
 * side of it faces the body must not turn with that.
 */
export function handOnwards(
  before: CapsuleEnd,
  wrist: CapsuleEnd,
  hand: CapsuleEnd,
): readonly [CapsuleEnd, CapsuleEnd] {
  const along = (hand.x - wrist.x) * (wrist.x - before.x);
  const down = (hand.y - wrist.y) * (wrist.y - before.y);
  return along + down < 0 ? [hand, wrist] : [wrist, hand];
}

/** Draws both arms over the picture. */
export function drawLimbCapsules(person: PersonAnalysis): LimbCapsules {
  const arms = PICTURE_SIDES.map((side) => armAt(person.pose, side));
  const elbowOf = (index: number): number => {
    const { upperLength, lowerLength } = arms[index]!;
    return upperLength / (upperLength + lowerLength);
  };
  const outlines = measureArmOutlines(person);
  const capsules: LimbCapsules = {
    ...createCapsules(person.picture),
    outlines: [outlines.left, outlines.right],
    elbows: [elbowOf(0), elbowOf(1)],
  };
  const line = undressedLine(measureShoulderLine(person));
  PICTURE_SIDES.forEach((side, index) => {
    const arm = arms[index]!;
    const shape = measureArmShape(person, arm);
    const seenHand = measureHandSection(person, arm);
    const stations = seenHand === null ? shape : taperToHand(shape, seenHand);
    const wrist = stations.at(-1)!;
    const cap = deltoidCap(person, side, line);
    const hand = seenHand ?? { ...arm.knuckles, radius: wrist.radius, along: 1 };
    const chain = roundChain([cap, ...stations]);
    for (let i = 1; i < chain.length; i++) drawCapsule(capsules, chain[i - 1]!, chain[i]!, index);
    drawCapsule(capsules, ...handOnwards(stations.at(-2)!, wrist, hand), index);
  });
  return capsules;
}
