import type { BodyCoordinates } from './body-coordinates.ts';
import { COARSE_COLOURS, COARSE_OF } from './coarse-colours.ts';
import type { Evidence } from './evidence.ts';
import type { HemPosition } from './hem-position.ts';
import { showsTorso } from './torso-front.ts';

/** Where the fronts of an open jacket hang, and what shows between them, across in body units. */
const FRONT_FROM = 0.12;
const GAP_TO = 0.1;
/** Cloth above and below the hem is compared over this, in torso lengths, off the hem itself. */
const WINDOW = 0.3;
const OFF_HEM = 0.04;
/** Rows per torso length, and how many are looked through below the hem. */
const ROWS = 50;
const LONGEST = 50;
/** A front shorter than this below the hem, in rows, is a slanting hem or a shirt's tail. */
const SHORTEST = 5;
/** Fewer pixels than this, as a share of the picture, tell nothing of a cloth. */
const ENOUGH = 0.0004;
/** Least share of a cloth, so that a colour met in neither says nothing. */
const UNMET = 0.004;
/** Mean log odds, a row, of the front's cloth against the lower garment's for it to be one. */
const CLEAR = 1.2;

/** Shares of coarse colours among some pixels; null when they are too few. */
function shares(counts: Float64Array, picture: number): Float64Array | null {
  let total = 0;
  for (const count of counts) total += count;
  return total < ENOUGH * picture ? null : counts.map((count) => count / total);
}

/**
 * Finds how far the fronts of an open jacket or shirt hang below the hem of what is worn under it:
 * at a side of the torso the cloth from above the hem goes on below it, where the middle already
 * shows other cloth.
 *
 * @param hem of what shows in the middle.
 * @returns where the longer front ends, in torso lengths below the shoulders; `hem.down` when
 *   nothing hangs open.
 */
export function openFrontEnd(body: BodyCoordinates, evidence: Evidence, hem: HemPosition): number {
  const { pixels, person, bins, skin } = evidence;
  const above = [new Float64Array(COARSE_COLOURS), new Float64Array(COARSE_COLOURS)] as const;
  const between = new Float64Array(COARSE_COLOURS);
  const below: { side: number; row: number; colour: number }[] = [];
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const t = body.down[i]! - hem.down;
    if (t < -WINDOW || t * ROWS >= LONGEST || !showsTorso(body, person, i)) continue;
    const s = body.across[i]!;
    const colour = COARSE_OF[bins.data[i]!]!;
    const side = s < 0 ? 0 : 1;
    if (t < -OFF_HEM && Math.abs(s) > FRONT_FROM) above[side][colour]! += 1;
    else if (t > OFF_HEM && t < WINDOW && Math.abs(s) < GAP_TO) {
      between[colour]! += 1 - skin[i]!;
    }
    if (t > 0 && Math.abs(s) > FRONT_FROM) {
      below.push({ side, row: Math.floor(t * ROWS), colour });
    }
  }
  const legs = shares(between, person.length);
  if (legs === null) return hem.down;
  let longest = 0;
  for (const side of [0, 1] as const) {
    const cloth = shares(above[side], person.length);
    if (cloth === null) continue;
    const odds = new Float64Array(LONGEST);
    const counts = new Float64Array(LONGEST);
    for (const pixel of below) {
      if (pixel.side !== side) continue;
      counts[pixel.row]!++;
      odds[pixel.row]! += Math.log((cloth[pixel.colour]! + UNMET) / (legs[pixel.colour]! + UNMET));
    }
    longest = Math.max(longest, frontRows(odds, counts));
  }
  return longest < SHORTEST ? hem.down : hem.down + longest / ROWS;
}

/** How many rows from the first on show the front's cloth. */
function frontRows(odds: Float64Array, counts: Float64Array): number {
  let best = 0;
  let rows = 0;
  let sum = 0;
  for (let row = 0; row < odds.length; row++) {
    if (counts[row] === 0) break;
    sum += odds[row]! / counts[row]!;
    if (sum > best) {
      best = sum;
      rows = row + 1;
    }
  }
  return best > CLEAR * rows ? rows : 0;
}
