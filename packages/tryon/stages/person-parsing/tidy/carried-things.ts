import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { armAt, PICTURE_SIDES } from '../../warp/body/body-side.ts';
import { acrossFrame, belowShoulders } from '../../warp/body/frame-coordinates.ts';
import { legAt, legDistance } from '../../warp/lower/leg-joints.ts';

/**
 * A thing hangs from the clothes by no more than one of these, in shoulder widths (twice what parts
 * them); the narrower are tried first.
 */
const THIN = [0.14, 0.2] as const;
/** The person's mask says this surely that what was parsed as wall belongs to the thing. */
const ON_PERSON = 0.5;
/** Reach of the body's own clothes around trunk and leg bones, in shoulder widths. */
const TRUNK_REACH = 0.7;
const LEG_REACH = 0.45;
/** More of a piece than this within that reach makes it clothing. */
const MOST_ON_BODY = 0.3;
/** A carried thing is at least this large, in square shoulder widths, and this near a hand, in the same. */
const LEAST_AREA = 0.06;
const HAND_REACH = 0.6;

/** Whether a place lies where the body's own clothes hang. */
function createBodyReach(person: PersonAnalysis): (x: number, y: number) => boolean {
  const { frame, pose } = person;
  const legs = PICTURE_SIDES.map((side) => legAt(pose, side));
  const reach = LEG_REACH * frame.shoulderWidth;
  return (x, y) => {
    const isBeside = Math.abs(acrossFrame(frame, x, y)) < TRUNK_REACH;
    if (isBeside && belowShoulders(frame, x, y) < frame.torsoLength) return true;
    return legs.some((leg) => legDistance(leg, x, y) < reach);
  };
}

/**
 * Finds what was parsed as clothes but hangs from a hand beside the body: bags, jackets over the
 * arm.
 *
 * @returns 255 where such a thing is; null when nothing is carried.
 */
export function findCarriedThings(person: PersonAnalysis): Mask | null {
  for (const thin of THIN) {
    const found = findHanging(person, Math.max(1, thin * person.frame.shoulderWidth));
    if (found !== null) return found;
  }
  return null;
}

/**
 * What hangs from a hand.
 *
 * @param thin pixels.
 */
function findHanging(person: PersonAnalysis, thin: number): Mask | null {
  const { parts, frame, pose } = person;
  const { width, height } = parts;
  const unit = frame.shoulderWidth;
  const clothes = createMask(width, height);
  for (let i = 0; i < parts.data.length; i++) {
    const part = parts.data[i]!;
    if (part === PART['upper-clothes'] || part === PART['lower-clothes']) clothes.data[i] = 255;
  }
  const { labels, components } = connectedComponents(openMask(clothes, thin));
  const onBody = new Uint32Array(components.length + 1);
  const isOnBody = createBodyReach(person);
  const hands = PICTURE_SIDES.map((side) => armAt(pose, side).knuckles);
  const nearest = new Float64Array(components.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (isOnBody(x, y)) onBody[label]!++;
    for (const hand of hands) {
      nearest[label] = Math.min(nearest[label]!, Math.hypot(x - hand.x, y - hand.y));
    }
  }
  const hangsBelow = (hand: Point, x: number, y: number) =>
    y > hand.y && Math.abs(x - hand.x) < HAND_REACH * unit;
  const carried = components.filter(
    ({ label, area, centreX, centreY }) =>
      area > LEAST_AREA * unit * unit &&
      onBody[label]! < MOST_ON_BODY * area &&
      nearest[label]! < HAND_REACH * unit &&
      hands.some((hand) => hangsBelow(hand, centreX, centreY)),
  );
  if (carried.length === 0) return null;
  const wanted = new Set(carried.map(({ label }) => label));
  const core = {
    width,
    height,
    data: new Uint8Array(labels.length),
  };
  for (let i = 0; i < labels.length; i++) if (wanted.has(labels[i]!)) core.data[i] = 255;
  const whole = dilate(core, thin);
  for (let i = 0; i < labels.length; i++) {
    const isOther = labels[i] !== 0 && core.data[i] === 0;
    const onPerson = pose.personMask.data[i]! > ON_PERSON;
    const isOwn = clothes.data[i] !== 0 || (parts.data[i] === PART.background && onPerson);
    if (!isOwn || isOther) whole.data[i] = 0;
  }
  return whole;
}

/**
 * The same person with carried things no longer taken for clothes: they count as shoes, which are
 * neither cloth nor skin and stay as they are.
 *
 * @param carried as `findCarriedThings` tells.
 */
export function keepCarriedThings(person: PersonAnalysis, carried: Mask | null): PersonAnalysis {
  if (carried === null) return person;
  const { parts, regions } = person;
  const keep = (plane: Plane): Plane => ({
    ...plane,
    data: plane.data.map((value, i) => (carried.data[i] === 0 ? value : 0)),
  });
  const labels = parts.data.map((part, i) => (carried.data[i] === 0 ? part : PART['left-shoe']));
  return {
    ...person,
    parts: { ...parts, data: labels },
    regions: { ...regions, upper: keep(regions.upper), lower: keep(regions.lower) },
  };
}
