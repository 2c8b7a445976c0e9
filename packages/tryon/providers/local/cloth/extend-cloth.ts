import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane, type Rectangle } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment, WarpedPart } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { maskToPlane, planeAbove } from '../part-mask.ts';
import { isBareArm } from '../skin/skin-known.ts';
import { garmentCoverage } from './coverage.ts';
import { findSeamGaps } from './seam-gaps.ts';

/** Cloth goes on over its edge up to this far, in shoulder widths: torso, sleeves, shoulders, waist. */
const TORSO_REACH = 0.14;
const SLEEVE_REACH = 0.09;
const SHOULDER_REACH = 0.06;
const WAIST_REACH = 0.05;
/** The collar's ends are looked for this far from the body's middle; shoulders end out here. */
const COLLAR_WITHIN = 0.4;
const SHOULDER_END = 0.5;
const COLLAR_BLEND = 0.04;
/** Gaps between the garment's parts are closed up to this width, in shoulder widths. */
const GAP_WIDTH = 0.05;
/** Slits in a sleeve up to this width were torn by the warp, and are closed over the backdrop too. */
const SLIT_WIDTH = 0.02;
/** Shares of a gap nearby between which it is closed: specks of one pixel count. */
const GAP_EDGE = [0.02, 0.12] as const;
/** The sides are cloth from here down, in torso lengths: under a sleeve, under an armhole. */
const SLEEVED_SIDE = 0.2;
const SLEEVELESS_SIDE = 0.42;
const SIDE_BLEND = 0.06;
/** A sleeve covers its arm up to just above its own end. */
const CUFF = 0.05;
/** Within this many radii of the bone is seen where along the arm a sleeve begins. */
const NEAR_BONE = 0.6;
/** Arms are covered out to this many radii. */
const ARM_WIDTH = 1.06;
const ARM_EDGE = 18;
/** Bare skin of an arm within this many radii of its bone is that arm's. */
const BESIDE_ARM = 1.5;
const OPAQUE = 0.95;
/** The edge is smoothed by this share of the reach before cloth is mirrored at it. */
const EDGE_SMOOTHING = 0.12;

/** What the garment has to cover, as far as it is the body that asks for it. */
export interface ClothExtent {
  /** Pixels below the shoulder joints where the garment ends. */
  readonly hem: number;
  /** Pixels below the shoulder joints where it goes under the lower clothes; null = it does not. */
  readonly tuckedAt: number | null;
  /** Share of each arm that the new sleeve covers. */
  readonly sleeveReach: { readonly left: number; readonly right: number };
}

/**
 * Lets the garment go on where it is narrower than the body that it should cover, and across slits
 * between its parts: at the sides of the trunk, along the arms in sleeves, at the armpits. The cloth
 * is mirrored at its own edge, so that stripes and texture continue. Changes the garment in place.
 */
export function extendCloth(
  garment: WarpedGarment,
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  extent: ClothExtent,
): void {
  const unit = person.frame.shoulderWidth;
  const { left, right } = garment.sleeves;
  const soft = gaussianBlur(maskToPlane(trunk), 1);
  const sides = wantedAtSides(person, soft, garment, extent.hem);
  extendPart(garment.torso, sides, TORSO_REACH * unit, person);
  if (extent.tuckedAt !== null) {
    const waist = wantedAtWaist(person, trunk, extent.tuckedAt);
    extendPart(garment.torso, waist, WAIST_REACH * unit);
  }
  const shoulders = wantedOnShoulders(person, soft, garment);
  onlyAboveCloth(shoulders, person, garmentCoverage(garment));
  extendPart(garment.torso, shoulders, SHOULDER_REACH * unit);
  const taken = torsoAndNeckline(garment);
  for (const [side, sleeve] of [left, right].entries()) {
    if (sleeve === null) continue;
    const reach = side === 0 ? extent.sleeveReach.left : extent.sleeveReach.right;
    extendPart(
      sleeve,
      wantedOnArm(person, limbs, sleeve.alpha, taken, side, reach),
      SLEEVE_REACH * unit,
    );
  }
  // In one piece there are no seams: its slits are its own, between a halter's bow and its collar for one.
  if (left === null && right === null) return;
  for (const sleeve of [left, right]) {
    if (sleeve === null) continue;
    const slits = softGaps(sleeve.alpha, unit * SLIT_WIDTH);
    if (slits !== null) extendPart(sleeve, slits, 2 * SLIT_WIDTH * unit);
  }
  const wanted = softGaps(garmentCoverage(garment), unit * GAP_WIDTH);
  if (wanted === null) return;
  const body = person.pose.personMask.data;
  const background = person.regions.background.data;
  for (let pixel = 0; pixel < wanted.length; pixel++) {
    wanted[pixel]! *= smoothStep(0.3, 0.7, body[pixel]!) * (1 - background[pixel]!);
  }
  extendPart(garment.torso, wanted, 2 * GAP_WIDTH * unit);
}

/** How far each pixel belongs to a gap, 0 to 1; null = there are none. */
function softGaps(cover: Plane, reach: number): Float32Array | null {
  const gaps = findSeamGaps(cover, reach);
  if (!gaps.data.includes(255)) return null;
  const near = gaussianBlur(maskToPlane(gaps), 1).data;
  for (let pixel = 0; pixel < near.length; pixel++) {
    if (near[pixel]! > 0) near[pixel] = smoothStep(GAP_EDGE[0], GAP_EDGE[1], near[pixel]!);
  }
  return near;
}

function wantedAtSides(
  person: PersonAnalysis,
  trunk: Plane,
  garment: WarpedGarment,
  hem: number,
): Float32Array {
  const { frame } = person;
  const { width, height } = trunk;
  const wanted = trunk.data.slice();
  const { left, right } = garment.sleeves;
  const from = [left, right].map(
    (sleeve) => (sleeve === null ? SLEEVELESS_SIDE : SLEEVED_SIDE) * frame.torsoLength,
  );
  const blend = SIDE_BLEND * frame.torsoLength;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= 0) continue;
      const below = belowShoulders(frame, x, y);
      const start = from[acrossFrame(frame, x, y) < 0 ? 0 : 1]!;
      wanted[pixel]! *= below >= hem ? 0 : smoothStep(start, start + blend, below);
    }
  }
  return wanted;
}

/** Around the waistband, under which the garment goes. */
function wantedAtWaist(person: PersonAnalysis, trunk: Mask, tuckedAt: number): Float32Array {
  const { frame } = person;
  const { width, height, data } = trunk;
  const half = WAIST_REACH * frame.shoulderWidth;
  const wanted = new Float32Array(width * height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (data[pixel] === 0) continue;
      if (Math.abs(belowShoulders(frame, x, y) - tuckedAt) < half) wanted[pixel] = 1;
    }
  }
  return wanted;
}

/** The shoulders' tops outside the collar's ends, where cloth lies over them. */
function wantedOnShoulders(
  person: PersonAnalysis,
  trunk: Plane,
  garment: WarpedGarment,
): Float32Array {
  const { frame } = person;
  const { width, height, data } = garment.torso.alpha;
  const highest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const collar = [1, 1];
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (data[pixel]! < OPAQUE) continue;
      const across = acrossFrame(frame, x, y);
      const side = across < 0 ? 0 : 1;
      const below = belowShoulders(frame, x, y);
      if (Math.abs(across) > COLLAR_WITHIN || below >= highest[side]!) continue;
      highest[side] = below;
      collar[side] = Math.abs(across);
    }
  }
  const wanted = trunk.data.slice();
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= 0) continue;
      const across = acrossFrame(frame, x, y);
      const outside = Math.abs(across) - collar[across < 0 ? 0 : 1]!;
      const onTop = belowShoulders(frame, x, y) < 0 && Math.abs(across) < SHOULDER_END;
      wanted[pixel]! *= onTop ? smoothStep(0, COLLAR_BLEND, outside) : 0;
    }
  }
  return wanted;
}

/**
 * Keeps of what is wanted on the shoulders only what lies right above cloth: cloth that lies too low
 * rises, but a halter or a strap gets no wider, for skin is meant beside it. Changes `wanted` in place.
 */
function onlyAboveCloth(wanted: Float32Array, { frame }: PersonAnalysis, cover: Plane): void {
  const { width, height, data } = cover;
  const reach = Math.ceil(SHOULDER_REACH * frame.shoulderWidth);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= data[pixel]!) continue;
      let below = 0;
      for (let step = 1; step <= reach && below < OPAQUE; step++) {
        const column = Math.round(x + frame.down.x * step);
        const row = Math.round(y + frame.down.y * step);
        if (column < 0 || column >= width || row >= height) break;
        below = Math.max(below, data[row * width + column]!);
      }
      wanted[pixel]! *= below;
    }
  }
}

/** What no sleeve goes on over: the torso, and the neckline, though a wide one bares the shoulders' rounding. */
function torsoAndNeckline({ torso, innerCollar }: WarpedGarment): Float32Array {
  return torso.alpha.data.map((alpha, pixel) => Math.max(alpha, innerCollar.data[pixel]!));
}

/** Where along the arm, 0 at the shoulder joint, a sleeve begins. */
function sleeveStart(limbs: LimbCapsules, sleeve: Plane, side: number): number {
  let first = 1;
  for (let pixel = 0; pixel < sleeve.data.length; pixel++) {
    if (sleeve.data[pixel]! < OPAQUE || limbs.side[pixel] !== side) continue;
    if (limbs.distance[pixel]! < NEAR_BONE) first = Math.min(first, limbs.along[pixel]!);
  }
  return first;
}

/** The arm inside a sleeve with the rounding of the shoulder, as far as nothing else is there. */
function wantedOnArm(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  sleeve: Plane,
  taken: Float32Array,
  side: number,
  reach: number,
): Float32Array {
  const wanted = new Float32Array(limbs.distance.length);
  const { parts, regions } = person;
  const background = regions.background.data;
  const from = sleeveStart(limbs, sleeve, side);
  for (let pixel = 0; pixel < wanted.length; pixel++) {
    if (limbs.side[pixel] !== side || limbs.distance[pixel]! >= BESIDE_ARM) continue;
    const along = limbs.along[pixel]!;
    if (along < from || along > reach - CUFF) continue;
    // Skin that is seen beside the drawn arm, at a bent elbow for one, is the arm's as well.
    const seen = isBareArm(parts.data[pixel]!) ? regions.skin.data[pixel]! : 0;
    const edge = Math.max(seen, clamp((ARM_WIDTH - limbs.distance[pixel]!) * ARM_EDGE, 0, 1));
    wanted[pixel] = edge * (1 - background[pixel]!) * (1 - taken[pixel]!);
  }
  return wanted;
}

/**
 * Continues one part over its edge: what lies beyond is the mirror image of what lies inside, about
 * a smoothed edge. Changes the part in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 * @param reach in pixels: nothing is covered that lies further out.
 * @param sideways given where the part may grow across the body only, never over its own hem.
 */
export function extendPart(
  part: WarpedPart,
  wanted: Float32Array,
  reach: number,
  sideways?: PersonAnalysis,
): void {
  const { alpha, colour } = part;
  const missing = missingBox(alpha, wanted, reach);
  if (missing === null) return;
  const { x: left, y: top, width, height } = missing;
  const near = cropPlane(alpha, missing);
  const smoothing = Math.max(1.5, reach * EDGE_SMOOTHING);
  const opaque = closeMask(planeAbove(near, OPAQUE), Math.round(smoothing));
  const distance = distanceTransform(opaque);
  for (let i = 0; i < distance.length; i++) {
    distance[i] = Math.min(4 * reach, Math.sqrt(distance[i]!));
  }
  const field = gaussianBlur({ width, height, data: distance }, smoothing).data;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const here = y * width + x;
      const pixel = (top + y) * alpha.width + left + x;
      const own = near.data[here]!;
      const away = distance[here]!;
      if (wanted[pixel]! <= own || away > reach) continue;
      const dx = field[here + 1]! - field[here - 1]!;
      const dy = field[here + width]! - field[here - width]!;
      const length = Math.hypot(dx, dy);
      let source = -1;
      if (away === 0) source = nearestOpaque(near, x, y, Math.ceil(smoothing));
      else if (length >= 1e-3 && (sideways === undefined || isSideways(sideways, dx, dy))) {
        source = findSource(near, x, y, dx / length, dy / length, field[here]!, reach);
      }
      if (source < 0) continue;
      const from = (top + Math.floor(source / width)) * alpha.width + left + (source % width);
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        const continued = colour.data[from * 3 + channel]!;
        colour.data[at] = continued + (colour.data[at]! - continued) * own;
      }
      alpha.data[pixel] = wanted[pixel]!;
    }
  }
}

/** The box of all pixels that are wanted but not covered, with room to mirror in; null = none. */
function missingBox(alpha: Plane, wanted: Float32Array, reach: number): Rectangle | null {
  const { width, height, data } = alpha;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= data[pixel]!) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  const room = Math.ceil(2.5 * reach);
  const x = Math.max(0, left - room);
  const y = Math.max(0, top - room);
  return {
    x,
    y,
    width: Math.min(width, right + room + 1) - x,
    height: Math.min(height, bottom + room + 1) - y,
  };
}

/** The opaque pixel that a place beyond the edge mirrors, or the next one further in; -1 = none. */
function findSource(
  { width, height, data }: Plane,
  x: number,
  y: number,
  outwardX: number,
  outwardY: number,
  away: number,
  reach: number,
): number {
  for (let inward = 2 * away; inward <= 2 * away + reach; inward += 2) {
    const column = Math.round(x - outwardX * inward);
    const row = Math.round(y - outwardY * inward);
    if (column < 0 || row < 0 || column >= width || row >= height) return -1;
    const source = row * width + column;
    if (data[source]! > OPAQUE) return source;
  }
  return -1;
}

/** The opaque pixel nearest to a hole within the cloth, in growing squares; -1 = none. */
function nearestOpaque(
  { width, height, data }: Plane,
  x: number,
  y: number,
  furthest: number,
): number {
  for (let ring = 1; ring <= furthest; ring++) {
    for (let row = Math.max(0, y - ring); row <= Math.min(height - 1, y + ring); row++) {
      const step = Math.abs(row - y) === ring ? 1 : 2 * ring;
      for (let column = x - ring; column <= x + ring; column += step) {
        if (column < 0 || column >= width) continue;
        if (data[row * width + column]! > OPAQUE) return row * width + column;
      }
    }
  }
  return -1;
}

function isSideways({ frame }: PersonAnalysis, dx: number, dy: number): boolean {
  const across = dx * frame.right.x + dy * frame.right.y;
  const along = dx * frame.down.x + dy * frame.down.y;
  return Math.abs(across) >= Math.abs(along);
}
