import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { clamp } from '../scalar.ts';
import { isLongSleeve } from './sleeve-length.ts';

/** How large a garment comes out on a body, and where its shoulders lie. */
export interface GarmentScale {
  /** Picture pixels per garment pixel. */
  readonly scale: number;
  readonly sleeveless: boolean;
  /** The neckline runs below the shoulders, from arm to arm. */
  readonly offShoulder: boolean;
  /** Where the shoulder tips go, in shoulder widths from the body's middle. */
  readonly tipStation: number;
}

/** Stations of the shoulder tips; a sleeved garment's is measured right above the armpit. */
const SLEEVED_TIP = 0.45;
const SLEEVELESS_TIP = 0.48;
const OFF_SHOULDER_TIP = 0.58;
/** Straps end between these: nothing lies on a bare shoulder beyond its end. */
const BARE_TIP = [0.16, 0.45] as const;
/** Distance between the armpits of a worn top, in shoulder widths. */
const SLEEVED_CHEST = 1.12;
const SLEEVELESS_CHEST = 1.02;
/** Straps (tips far closer than the armpits) say nothing about the size. */
const STRAPS = 0.8;
/** A neckline nearly as wide as the chest, between shoulders wider than it, lies below them. */
const OFF_SHOULDER_NECKLINE = 0.85;
const OFF_SHOULDER_TIPS = 1.12;
const LARGEST_CORRECTION = 1.35;

function separation(garment: UpperBodyGarment, landmark: 'tip' | 'armpit' | 'collar'): number {
  const left = garment.left[landmark];
  const right = garment.right[landmark];
  return Math.max(1, Math.hypot(right.x - left.x, right.y - left.y));
}

/** Long sleeves should reach the wrist: a flat garment that seems too short for that is larger. */
function sleeveCorrection(garment: UpperBodyGarment, scale: number, armLength: number): number {
  let ratio = 1;
  for (const side of [garment.left, garment.right]) {
    const { sleeve } = side;
    if (sleeve === null || !isLongSleeve(garment, side)) return 1;
    ratio = Math.max(ratio, armLength / (sleeve.length * scale));
  }
  return ratio > 1.08 ? Math.min(ratio, LARGEST_CORRECTION) ** 0.7 : 1;
}

/**
 * Estimates the garment's size on this body from its shoulders, its chest and the length of long
 * sleeves.
 *
 * @param shoulderWidth distance of the shoulder joints in picture pixels.
 * @param armLength mean length of the arms in picture pixels.
 */
export function measureGarmentScale(
  garment: UpperBodyGarment,
  shoulderWidth: number,
  armLength: number,
): GarmentScale {
  const { left, right } = garment;
  const sleeveless = left.sleeve === null && right.sleeve === null;
  const tips = separation(garment, 'tip');
  const armpits = separation(garment, 'armpit');
  const offShoulder =
    !sleeveless &&
    separation(garment, 'collar') > OFF_SHOULDER_NECKLINE * armpits &&
    tips > OFF_SHOULDER_TIPS * armpits;
  if (sleeveless) {
    const byChest = (SLEEVELESS_CHEST * shoulderWidth) / armpits;
    const byTips = (2 * SLEEVELESS_TIP * shoulderWidth) / tips;
    const scale = tips < STRAPS * armpits ? byChest : (byChest + byTips) / 2;
    const station = (tips * scale) / 2 / shoulderWidth;
    return { scale, sleeveless, offShoulder, tipStation: clamp(station, ...BARE_TIP) };
  }
  const byChest = (SLEEVED_CHEST * shoulderWidth) / armpits;
  if (offShoulder) {
    return { scale: byChest * 0.95, sleeveless, offShoulder, tipStation: OFF_SHOULDER_TIP };
  }
  const byTips = (2 * SLEEVED_TIP * shoulderWidth) / tips;
  const scale = Math.min(byTips, (byTips + byChest) / 2);
  const correction = sleeveCorrection(garment, scale, armLength);
  return { scale: scale * correction, sleeveless, offShoulder, tipStation: SLEEVED_TIP };
}
