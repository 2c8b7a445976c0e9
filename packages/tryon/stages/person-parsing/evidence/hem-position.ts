import type { BodyCoordinates } from './body-coordinates.ts';
import { COARSE_COLOURS, COARSE_OF } from './coarse-colours.ts';
import type { Evidence } from './evidence.ts';
import { showsTorso } from './torso-front.ts';

/** Rows per torso length of the profile, and its extent in torso lengths. */
const ROWS = 50;
const ROW_COUNT = 2.6 * ROWS;
/** Above this row, collars and necks confuse. */
const TOP_ROW = 5;
/** Windows of comparison, in rows. */
const WIDE = 22;
const NARROW = 5;
/** Where a hem can be. */
const HIGHEST = 0.45;
const LOWEST = 1.75;
const USUAL = 1;
/** Only cropped tops end above this. */
const CROPPED = 0.7;
const USUAL_SPREAD = 0.25;
/** A row with fewer pixels than this share of the fullest is empty. */
const LEAST_ROW = 0.15;
const COARSE = COARSE_COLOURS;
/** Shares of skin that make rows below a top a bare midriff, and those above it cloth. */
const BARE = 0.6;
const COVERED = 0.35;
/** The shortest midriff worth telling, in rows. */
const LEAST_MIDRIFF = 4;
/** No top ends above this. */
const HIGHEST_MIDRIFF = 0.3;

/** Where the upper garment ends. Lengths are in torso lengths below the shoulders. */
export interface HemPosition {
  /** Where the clothes change: the top's hem, or the waistband below a bare midriff. */
  readonly down: number;
  /** Where a bare midriff begins; the same as `down` when there is none. */
  readonly bareFrom: number;
  /** 0 to 1: how clearly the picture says so; 0 = one cloth all the way, only a guess. */
  readonly clarity: number;
}

/** What the torso shows, row by row from the shoulders down, each summed up from the first. */
interface TorsoProfile {
  /** Cloth colours, `COARSE` values a row. */
  readonly colours: Float32Array;
  readonly cloth: Float32Array;
  readonly skin: Float32Array;
  readonly whole: Float32Array;
}

function torsoProfile(body: BodyCoordinates, evidence: Evidence): TorsoProfile {
  const { pixels, person, bins, skin, broadSkin } = evidence;
  const colours = new Float32Array((ROW_COUNT + 1) * COARSE);
  const profile = {
    colours,
    cloth: new Float32Array(ROW_COUNT + 1),
    skin: new Float32Array(ROW_COUNT + 1),
    whole: new Float32Array(ROW_COUNT + 1),
  };
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const row = Math.floor(body.down[i]! * ROWS);
    if (row < 0 || row >= ROW_COUNT || !showsTorso(body, person, i)) continue;
    const weight = person[i]!;
    const cloth = weight * (1 - skin[i]!);
    colours[(row + 1) * COARSE + COARSE_OF[bins.data[i]!]!]! += cloth;
    profile.cloth[row + 1]! += cloth;
    profile.skin[row + 1]! += weight * broadSkin[i]!;
    profile.whole[row + 1]! += weight;
  }
  for (let i = COARSE; i < colours.length; i++) colours[i]! += colours[i - COARSE]!;
  for (const sums of [profile.cloth, profile.skin, profile.whole]) {
    for (let row = 0; row < ROW_COUNT; row++) sums[row + 1]! += sums[row]!;
  }
  return profile;
}

/** Share of skin among the rows from `from` to `to`. */
function skinShare({ skin, whole }: TorsoProfile, from: number, to: number): number {
  return (skin[to]! - skin[from]!) / (whole[to]! - whole[from]! + 1e-6);
}

/** Jensen–Shannon divergence (nats over ln 2, 0 to 1) of the cloth above and below a row. */
function divergence(
  { colours, cloth }: TorsoProfile,
  from: number,
  at: number,
  to: number,
): number {
  const above = cloth[at]! - cloth[from]!;
  const below = cloth[to]! - cloth[at]!;
  if (above <= 0 || below <= 0) return 0;
  let sum = 0;
  for (let c = 0; c < COARSE; c++) {
    const start = colours[from * COARSE + c]!;
    const middle = colours[at * COARSE + c]!;
    const p = (middle - start) / above;
    const q = (colours[to * COARSE + c]! - middle) / below;
    const m = (p + q) / 2;
    if (p > 0) sum += p * Math.log(p / m);
    if (q > 0) sum += q * Math.log(q / m);
  }
  return sum / (2 * Math.LN2);
}

/** How unlike a hem's a row's height is, without a look at the picture. */
function heightPenalty(row: number, bareBelow: number): number {
  const down = row / ROWS;
  const offset = (down - USUAL) / USUAL_SPREAD;
  const penalty = 0.08 * offset * offset;
  // A top that ends this high leaves skin below it; what ends low above skin is a dress or a skirt.
  if (down < CROPPED) return penalty + (1 - bareBelow) * (CROPPED - down) * 1.5;
  return penalty + Math.min(1, Math.max(0, down - USUAL) * 4) * bareBelow * 2;
}

/** The row where the skin begins that ends at the hem's row; that row itself when there is none. */
function midriffTop(profile: TorsoProfile, hemRow: number): number {
  let top = hemRow;
  while (top > HIGHEST_MIDRIFF * ROWS && skinShare(profile, top - 2, top) > BARE) top--;
  const isMidriff =
    hemRow - top >= LEAST_MIDRIFF && skinShare(profile, top - 2 * NARROW, top - 1) < COVERED;
  return isMidriff ? top : hemRow;
}

/**
 * Finds the hem of the upper garment as the change point of the torso's colours, by a wide and a
 * narrow window, with a preference for hip height.
 *
 * @see Barranco-López et al. 1995, Jensen–Shannon divergence as a segmentation measure.
 */
export function hemPosition(body: BodyCoordinates, evidence: Evidence): HemPosition {
  const profile = torsoProfile(body, evidence);
  const fullness = (row: number) => profile.whole[row + 1]! - profile.whole[row]!;
  let fullest = 0;
  for (let row = 0; row < ROW_COUNT; row++) fullest = Math.max(fullest, fullness(row));
  let end = ROW_COUNT;
  while (end > 0 && fullness(end - 1) < LEAST_ROW * fullest) end--;
  let best = Number.NEGATIVE_INFINITY;
  let bestRow = Math.round(USUAL * ROWS);
  let clarity = 0;
  const lowest = Math.min(Math.round(LOWEST * ROWS), end - NARROW);
  for (let row = Math.round(HIGHEST * ROWS); row <= lowest; row++) {
    const far = divergence(profile, Math.max(TOP_ROW, row - WIDE), row, Math.min(end, row + WIDE));
    const near = divergence(profile, Math.max(TOP_ROW, row - NARROW), row, row + NARROW);
    const bareBelow = skinShare(profile, row, row + NARROW);
    const score = far + 0.5 * near - heightPenalty(row, bareBelow);
    if (score > best) {
      best = score;
      bestRow = row;
      clarity = Math.min(1, Math.max(0, far * 0.7 + near * 0.5 - 0.15) / 0.6);
    }
  }
  return { down: bestRow / ROWS, bareFrom: midriffTop(profile, bestRow) / ROWS, clarity };
}
