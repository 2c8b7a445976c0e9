import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { sideSign } from '../body/body-side.ts';
import { belowShoulders, pointInFrame } from '../body/frame-coordinates.ts';
import { measureTorsoOutline, type TorsoOutline, torsoHalfWidth } from '../body/torso-outline.ts';
import { clamp, mix, smoothStep } from '../scalar.ts';
import { type LegShape, legAtShare, measureLegShape } from './leg-shape.ts';

/** The body from waist to ankles as far as clothes are fitted to it. */
export interface LowerBody {
  readonly person: PersonAnalysis;
  readonly outline: TorsoOutline;
  readonly legs: { readonly [Side in PictureSide]: LegShape };
  /** Where the legs part, pixels below the shoulder joints. */
  readonly crotchBelow: number;
  /** The same as a share of the legs from hip joint to ankle. */
  readonly crotchShare: number;
  /** Mean height of the ankles, pixels below the shoulder joints. */
  readonly ankleBelow: number;
}

/** How far below the hip joints the crotch lies, as a share of the thigh. */
const CROTCH = 0.2;
/** Torso half widths are measured down to this share of its length. */
const HIPS_END = 1.1;
/** A skirt hangs straight down by this share, and for the rest follows the legs. */
const HANGING = 0.4;

export function measureLowerBody(person: PersonAnalysis): LowerBody {
  const legs = { left: measureLegShape(person, 'left'), right: measureLegShape(person, 'right') };
  const { left, right } = legs;
  const thigh = (left.joints.thighLength + right.joints.thighLength) / 2;
  const below = (point: Point) => belowShoulders(person.frame, point.x, point.y);
  return {
    person,
    outline: measureTorsoOutline(person),
    legs,
    crotchBelow: person.frame.torsoLength + CROTCH * thigh,
    crotchShare: (2 * CROTCH * thigh) / (left.joints.length + right.joints.length),
    ankleBelow: (below(left.joints.ankle) + below(right.joints.ankle)) / 2,
  };
}

/** Where a height lies along the legs: 0 = hip joints, 1 = ankles. */
export function legShareAt(body: LowerBody, below: number): number {
  const { torsoLength } = body.person.frame;
  return (below - torsoLength) / Math.max(1, body.ankleBelow - torsoLength);
}

/**
 * The middle of what hangs from the hips at a height: down to them the body's axis, below partly
 * the plumb line and partly the middle between the legs.
 */
export function hangingMiddle(body: LowerBody, below: number): Point {
  const { frame } = body.person;
  if (below <= frame.torsoLength) return pointInFrame(frame, 0, below);
  const share = legShareAt(body, below);
  const left = legAtShare(body.legs.left, share);
  const right = legAtShare(body.legs.right, share);
  const drop = below - frame.torsoLength;
  const plumb = { x: frame.hipMiddle.x, y: frame.hipMiddle.y + drop };
  const legs = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  return { x: mix(legs.x, plumb.x, HANGING), y: mix(legs.y, plumb.y, HANGING) };
}

/** The body's half width from `hangingMiddle` to its outline at a side, pixels. */
export function lowerHalfWidth(body: LowerBody, side: PictureSide, below: number): number {
  const { torsoLength } = body.person.frame;
  const hips = torsoHalfWidth(body.outline, side, Math.min(below / torsoLength, HIPS_END));
  const beyond = smoothStep(1, 1.3, below / torsoLength);
  if (beyond === 0) return hips;
  const station = legAtShare(body.legs[side], clamp(legShareAt(body, below), 0, 1.05));
  const middle = hangingMiddle(body, below);
  const legs = Math.max(0, sideSign(side) * (station.x - middle.x) + station.radius);
  return mix(hips, legs, beyond);
}
