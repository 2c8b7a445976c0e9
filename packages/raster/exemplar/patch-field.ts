import { type ExemplarLevel, placeInLevel } from './exemplar-level.ts';
import { ROLE } from './role.ts';
import { stepsFromKnown } from './trust.ts';
import { PATCH_REACH, wholePatches } from './whole-patches.ts';

/** Which patch of the source each patch over the hole is like, so far. */
export interface PatchField {
  /** Centres of the patches that touch the hole, in scan order. */
  readonly targets: Int32Array;
  /** Centres of the patches that may be copied, in scan order; `isCentre` the same by pixel, 1 = yes. */
  readonly centres: Int32Array;
  readonly isCentre: Uint8Array;
  /** By pixel: steps from what is known, and weight in comparisons. */
  readonly steps: Uint8Array;
  readonly weights: Uint8Array;
  /** By pixel: the centre of the most similar source patch; -1 where there is no target. */
  readonly best: Int32Array;
  /** By pixel: weighted squared difference from that. */
  readonly costs: Int32Array;
}

/** Where a mask of zeros and ones is 1, in scan order. */
function listOnes(mask: Uint8Array): Int32Array {
  let count = 0;
  for (let pixel = 0; pixel < mask.length; pixel++) count += mask[pixel]!;
  const pixels = new Int32Array(count);
  for (let pixel = 0, next = 0; next < count; pixel++) {
    if (mask[pixel] === 1) pixels[next++] = pixel;
  }
  return pixels;
}

/** Centres, except unseen ones, of the patches that touch the hole: 1 = yes. */
function findTargets({ width, height, roles }: ExemplarLevel): Uint8Array {
  const rest = new Uint8Array(roles.length);
  for (let pixel = 0; pixel < rest.length; pixel++)
    rest[pixel] = roles[pixel] === ROLE.hole ? 0 : 1;
  const isFree = wholePatches({ width, height, data: rest });
  for (let pixel = 0; pixel < rest.length; pixel++) {
    // The rim is unseen, so that patches around all others are whole.
    rest[pixel] = isFree[pixel] === 0 && roles[pixel] !== ROLE.unseen ? 1 : 0;
  }
  return rest;
}

/** Prepares a search, all weights 0 and nothing found. */
export function createPatchField(level: ExemplarLevel): PatchField {
  const { width, height, roles } = level;
  const source = new Uint8Array(roles.length);
  for (let pixel = 0; pixel < source.length; pixel++) {
    source[pixel] = roles[pixel] === ROLE.source ? 1 : 0;
  }
  const isCentre = wholePatches({ width, height, data: source });
  return {
    targets: listOnes(findTargets(level)),
    centres: listOnes(isCentre),
    isCentre,
    steps: stepsFromKnown(level),
    weights: new Uint8Array(roles.length),
    best: new Int32Array(roles.length).fill(-1),
    costs: new Int32Array(roles.length),
  };
}

/** Draws a source patch for every target. */
export function startAnywhere({ targets, centres, best }: PatchField, random: () => number): void {
  for (let i = 0; i < targets.length; i++) {
    best[targets[i]!] = centres[Math.floor(random() * centres.length)]!;
  }
}

/** Takes over what was found at the coarser level; draws where that leads to no source patch. */
export function startFromCoarser(
  level: ExemplarLevel,
  { targets, centres, isCentre, best }: PatchField,
  coarse: ExemplarLevel,
  found: PatchField,
  random: () => number,
): void {
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    const y = Math.floor(target / level.width) - PATCH_REACH;
    const x = (target % level.width) - PATCH_REACH;
    const from = found.best[placeInLevel(coarse, x >> 1, y >> 1)]!;
    const row = 2 * (Math.floor(from / coarse.width) - PATCH_REACH) + (y & 1);
    const column = 2 * ((from % coarse.width) - PATCH_REACH) + (x & 1);
    const to = from < 0 ? -1 : placeInLevel(level, column, row);
    best[target] = isCentre[to] === 1 ? to : centres[Math.floor(random() * centres.length)]!;
  }
}
