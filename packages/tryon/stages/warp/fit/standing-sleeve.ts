import type { Point } from '@proteus/raster/types.ts';
import { type ArmOutlines, meanArmRadius } from '../body/arm-outline.ts';
import { clamp, mix } from '../scalar.ts';
import type { SleeveRun } from './sleeve-run.ts';

/** Share of a flat cuff's width that is seen of it when it is worn. */
const SEEN = 0.95;
/** The most that a cuff stands off, in arm radii: more falls in folds. */
const MOST = 1.6;

/** A place beside the upper arm, in pixels: down it from the shoulder joint, and outwards from its bone. */
export interface BesideArm {
  readonly along: number;
  readonly outwards: number;
}

/** The straight outer edge of a sleeve that stands by itself. */
export interface StandingEdge {
  /** Where the shoulder seam ends. */
  readonly tip: BesideArm;
  /** The outer corner of the cuff. */
  readonly corner: BesideArm;
  /** 1 = the sleeve stands, 0 = it hangs along the arm. */
  readonly stiffness: number;
}

/**
 * A picture point as a place beside the upper arm.
 *
 * @param down unit vector along the arm.
 * @param outwards unit vector across it, away from the body.
 */
export function besideArm(point: Point, joint: Point, down: Point, outwards: Point): BesideArm {
  const x = point.x - joint.x;
  const y = point.y - joint.y;
  return { along: x * down.x + y * down.y, outwards: x * outwards.x + y * outwards.y };
}

/**
 * Where the outer corner of a short sleeve's cuff lies: as far from the shoulder tip as the sleeve is
 * long, and as far from the cuff's inner corner, which lies on the arm, as the cuff is wide. So the sleeve
 * stands off the arm, and its cuff lies across the sleeve rather than across the arm, as on people
 * beside photos of the tees that they wear.
 *
 * @param inner the cuff's inner corner.
 * @param length of the outer edge from the tip to the cuff, pixels.
 * @param width of the flat cuff, pixels.
 * @param radius of the arm at the cuff, pixels.
 */
export function outerCorner(
  tip: BesideArm,
  inner: BesideArm,
  { length, width, radius }: Readonly<Record<'length' | 'width' | 'radius', number>>,
): BesideArm {
  const down = inner.along - tip.along;
  const across = inner.outwards - tip.outwards;
  const apart = Math.max(1, Math.hypot(down, across));
  const cuff = SEEN * width;
  // Two circles, around the tip and around the inner corner: the outer one of the points where they cross.
  const towards = clamp((length ** 2 - cuff ** 2 + apart ** 2) / (2 * apart), -length, length);
  const aside = Math.sqrt(length ** 2 - towards ** 2);
  const along = tip.along + (towards * down - aside * across) / apart;
  const outwards = tip.outwards + (towards * across + aside * down) / apart;
  return { along, outwards: clamp(outwards, radius, radius * (1 + MOST)) };
}

/** Where a standing sleeve's outer edge lies at a share of it, 0 = the tip, 1 = the cuff. */
export function onStandingEdge({ tip, corner }: StandingEdge, share: number): BesideArm {
  return {
    along: mix(tip.along, corner.along, share),
    outwards: mix(tip.outwards, corner.outwards, share),
  };
}

/**
 * The outer edge that a sleeve would have if it stood by itself.
 *
 * @param tip where the shoulder seam ends.
 * @param run how the sleeve is laid along the arm.
 * @param size in pixels: the arm's length, that of the sleeve's outer edge, and the flat cuff's width.
 */
export function standingEdge(
  tip: BesideArm,
  run: SleeveRun,
  outlines: ArmOutlines,
  { armLength, length, width }: Readonly<Record<'armLength' | 'length' | 'width', number>>,
): StandingEdge {
  const radiusAt = (distance: number) => meanArmRadius(outlines, distance / armLength);
  const inner = { along: run.innerEnd, outwards: -radiusAt(run.innerEnd) };
  const corner = outerCorner(tip, inner, { length, width, radius: radiusAt(run.cuff) });
  return { tip, corner, stiffness: run.stiffness };
}
