import type { Outline } from '../outline/outline.ts';
import type { SideProfile } from '../outline/side-profile.ts';

/** Where a sleeve leaves the torso. */
export interface Armpit {
  /** Distance outward from the middle axis, in pixels. */
  readonly out: number;
  readonly row: number;
  /** How far the sleeve reaches beyond the torso, in garment widths. */
  readonly spread: number;
}

/** Search range in parts of the garment's height. */
const HIGHEST = 0.06;
const LOWEST = 0.75;
/** Anything that overhangs the torso by less than this part of the width is no sleeve. */
const LEAST_SPREAD = 0.045;
/** Where the outline moves inwards faster than this (pixels per row) it is still the sleeve's. */
const STEEP = 0.55;
/** A sleeve shows its reach within this part of the height above the armpit. */
const OVERHANG = 0.1;
/** Overhangs below this part of the width may be bare shoulders, cut wider than the chest. */
const SHOULDER_SPREAD = 0.12;
/** No arm goes through an overhang narrower than this part of its height. */
const NARROWEST_SLEEVE = 0.16;
/** The edge of an armhole leaves a column before this part of the way down to the armpit. */
const ARMHOLE_SHARE = 0.88;
/** An armpit lies nearer to the torso below than this part of the sleeve's overhang. */
const ON_TORSO = 0.35;

/**
 * The highest point of the gap under a sleeve: the topmost row in which the backdrop right beside
 * the torso lies under cloth that reaches clearly farther out than the torso does below.
 *
 * @returns null for a sleeveless side, or a sleeve with no gap to the torso.
 */
export function findSleeveArmpit(outline: Outline, side: SideProfile): Armpit | null {
  const { y: top, height, width } = outline;
  const first = Math.round(top + HIGHEST * height);
  const last = Math.round(top + LOWEST * height);
  const persistence = Math.max(2, Math.round(0.012 * height));
  let run = 0;
  for (let y = first; y <= last; y++) {
    run = side.sheltered[y] ? run + 1 : 0;
    if (run < persistence) continue;
    const row = slideInwards(side, y - persistence + 1, height);
    const reach = overhang(side, row, height);
    const torso = Math.max(side.inner[row]!, torsoBelow(side, row, height));
    const spread = (reach - torso) / width;
    if (spread < LEAST_SPREAD) continue;
    // Where the run from the axis ends well outside the torso below, this is the sleeve's own edge.
    const below = torsoBelow(side, row, height);
    if (side.inner[row]! - below > ON_TORSO * (reach - below)) continue;
    // Under the tip of a bare shoulder the torso grows as wide again below the armhole.
    if (widestBelow(side, row, height, 0.03 * width) > reach - 0.5 * LEAST_SPREAD * width) continue;
    if (spread < SHOULDER_SPREAD && isBareShoulder(outline, side, row, reach)) continue;
    return { out: side.inner[row]!, row, spread };
  }
  return null;
}

/**
 * Whether the overhang is too narrow for a sleeve, or ends well above the armpit, as the edge of an
 * armhole does that runs inwards from the shoulder; the lower edge of a sleeve runs outwards, about
 * level or downwards.
 */
function isBareShoulder(
  { topOf, middle }: Outline,
  side: SideProfile,
  row: number,
  reach: number,
): boolean {
  const between = (side.inner[row]! + reach) / 2;
  const top = topOf[Math.round(middle + side.sign * between)]!;
  const end = lastAbove(side, row, between);
  if (reach - side.inner[row]! < NARROWEST_SLEEVE * (row - top)) return true;
  return end - top < ARMHOLE_SHARE * (row - top);
}

/** Last row down to `row` in which the garment reaches farther out than `out`. */
function lastAbove(side: SideProfile, row: number, out: number): number {
  let y = row;
  while (y > 0 && !(side.outer[y]! > out)) y--;
  return y;
}

/** Follows the lower edge of a sleeve down to where the torso's side begins. */
function slideInwards(side: SideProfile, from: number, height: number): number {
  const step = Math.max(2, Math.round(0.012 * height));
  let row = from;
  while (row + step < side.inner.length) {
    const fall = side.inner[row]! - side.inner[row + step]!;
    if (!(fall > STEEP * step)) break;
    row++;
  }
  return row + Math.round(step / 2);
}

/** Farthest outward that any cloth reaches around the armpit's row and shortly above it. */
function overhang(side: SideProfile, row: number, height: number): number {
  let farthest = 0;
  const to = Math.min(side.outer.length - 1, row + Math.round(0.04 * height));
  for (let y = Math.max(0, Math.round(row - OVERHANG * height)); y <= to; y++) {
    farthest = Math.max(farthest, side.outer[y] || 0);
  }
  return farthest;
}

/** How far the torso grows below a row, not counting rows in which a sleeve suddenly touches it. */
function widestBelow(side: SideProfile, row: number, height: number, jump: number): number {
  let last = side.inner[row]!;
  let widest = last;
  const to = Math.min(side.inner.length, row + Math.round(0.35 * height));
  for (let y = row; y < to; y++) {
    const edge = side.inner[y]!;
    if (!(edge <= last + jump)) continue;
    last = edge;
    widest = Math.max(widest, edge);
  }
  return widest;
}

/** Median of the torso's reach in the stretch below the armpit. */
function torsoBelow(side: SideProfile, row: number, height: number): number {
  const to = Math.min(side.inner.length, row + Math.round(0.16 * height));
  const values = side.inner
    .slice(row, to)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return values[Math.floor(values.length * 0.5)] ?? 0;
}
