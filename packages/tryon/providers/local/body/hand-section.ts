import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { ArmJoints } from '../../../stages/warp/body/body-side.ts';
import { findSkinEnd } from '../../../stages/warp/body/limb-section.ts';
import { mix } from '../../../stages/warp/scalar.ts';
import { isHand } from '../skin/skin-known.ts';
import type { CapsuleEnd } from './capsules.ts';

/** Places between wrist and knuckles at which a hand is looked for. */
const STEPS = 10;
/** Half a hand's breadth, thumb included, in shoulder widths: what is wider shows both hands. */
const WIDEST = 0.22;
const NARROWEST = 0.03;
/** A cuff may lie aslant across the hand: the whole of it is seen about a step further on. */
const SLANT = 1;

/**
 * A hand's visible cross-section where a sleeve ends on it, between wrist and knuckles: the arm
 * under the sleeve widens to that. Null where none is seen.
 */
export function measureHandSection(person: PersonAnalysis, arm: ArmJoints): CapsuleEnd | null {
  const { wrist, knuckles } = arm;
  const length = Math.hypot(knuckles.x - wrist.x, knuckles.y - wrist.y);
  if (length < 1) return null;
  const normal = [-(knuckles.y - wrist.y) / length, (knuckles.x - wrist.x) / length] as const;
  const unit = person.frame.shoulderWidth;
  let section: CapsuleEnd | null = null;
  let last = STEPS;
  for (let step = 0; step <= last; step++) {
    const place: Point = {
      x: mix(wrist.x, knuckles.x, step / STEPS),
      y: mix(wrist.y, knuckles.y, step / STEPS),
    };
    const limit = 2 * WIDEST * unit;
    const one = findSkinEnd(person.parts, place, normal, limit, isHand);
    const two = findSkinEnd(person.parts, place, [-normal[0], -normal[1]], limit, isHand);
    if (one === null || two === null) continue;
    const radius = (one.distance + two.distance) / 2;
    if (radius < NARROWEST * unit || radius > WIDEST * unit) continue;
    const offset = (one.distance - two.distance) / 2;
    if (section === null) last = Math.min(STEPS, step + SLANT);
    section = {
      x: place.x + normal[0] * offset,
      y: place.y + normal[1] * offset,
      radius,
      along: 1,
    };
  }
  return section;
}
