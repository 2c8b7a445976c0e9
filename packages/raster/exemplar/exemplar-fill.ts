import type { Mask, RgbImage } from '../types.ts';
import { type ExemplarLevel, levelOf, placeInLevel, shrinkLevel } from './exemplar-level.ts';
import { meetSurroundings } from './meet-surroundings.ts';
import {
  createPatchField,
  type PatchField,
  startAnywhere,
  startFromCoarser,
} from './patch-field.ts';
import { measureCosts, searchPatches } from './patch-search.ts';
import { voteForPixels } from './patch-vote.ts';
import { ROLE } from './role.ts';
import { trustUpTo } from './trust.ts';
import { PATCH_REACH } from './whole-patches.ts';

/** With fewer patches to copy from, a level tells too little. */
const LEAST_CENTRES = 60;
/** The coarsest level is that where the hole is no deeper than this, in pixels: patches reach through it. */
const SHALLOW = 3;
/** ... but where patches are sought all over the picture it is worth while to be coarse. */
const FEWEST = 3;
/** Rounds at the coarsest level once all of the hole is guessed. */
const SETTLING = 5;
/** Rounds at the levels in between, and how far they look for something better at first, in pixels. */
const REFINING = 2;
const NEAR = 128;
/** At the finest level patches are only moved this far, in pixels, ... */
const NUDGE = 1;
/** ... and propose only this far from their centre: grain that many patches agreed on would be blurred. */
const LAST_REACH = 1;

interface Stage {
  readonly level: ExemplarLevel;
  readonly field: PatchField;
}

function deepest({ level, field }: Stage): number {
  let deepest = 0;
  for (let i = 0; i < field.targets.length; i++) {
    const target = field.targets[i]!;
    if (level.roles[target] === ROLE.hole) deepest = Math.max(deepest, field.steps[target]!);
  }
  return deepest;
}

/** The pyramid, finest first; null when there is nothing to copy from. */
function buildStages(picture: RgbImage, roles: Mask): Stage[] | null {
  const stages: Stage[] = [];
  for (let level = levelOf(picture, roles); ; level = shrinkLevel(level)) {
    const field = createPatchField(level);
    if (field.centres.length < LEAST_CENTRES) break;
    const stage = { level, field };
    stages.push(stage);
    if (stages.length >= FEWEST && deepest(stage) <= SHALLOW) break;
  }
  return stages.length === 0 ? null : stages;
}

/** Guesses the hole from its edge inwards: what is not guessed yet is not compared with. */
function guessInwards(stage: Stage, random: () => number): void {
  const { level, field } = stage;
  startAnywhere(field, random);
  const rounds = deepest(stage) + SETTLING;
  for (let round = 0; round < rounds; round++) {
    trustUpTo(round, level, field.steps, field.weights);
    improve(stage, Math.max(level.width, level.height) >> 1, PATCH_REACH, random);
  }
}

/** One round of search in both directions, and of drawing. */
function improve(
  { level, field }: Stage,
  reach: number,
  proposes: number,
  random: () => number,
): void {
  measureCosts(level, field);
  searchPatches(level, field, false, reach, random);
  searchPatches(level, field, true, reach, random);
  voteForPixels(level, field, proposes);
}

function refine(stage: Stage, coarser: Stage, isFinest: boolean, random: () => number): void {
  const { level, field } = stage;
  startFromCoarser(level, field, coarser.level, coarser.field, random);
  trustUpTo(Number.POSITIVE_INFINITY, level, field.steps, field.weights);
  voteForPixels(level, field, PATCH_REACH);
  if (isFinest) {
    measureCosts(level, field);
    searchPatches(level, field, false, NUDGE, random);
    voteForPixels(level, field, LAST_REACH);
    return;
  }
  for (let round = 0; round < REFINING; round++) improve(stage, NEAR, PATCH_REACH, random);
}

/**
 * Fills a hole with texture copied from elsewhere in the picture, in patches that agree with each other and
 * with what surrounds the hole, from coarse to fine.
 *
 * @param roles `ROLE` by pixel, at the picture's size.
 * @param random draws from 0 (inclusive) to 1 (exclusive); the same numbers give the same picture.
 * @returns the picture with its hole filled; null when no patch of source is large enough.
 * @see Wexler, Shechtman & Irani 2007; Barnes et al. 2009.
 */
export function exemplarFill(
  picture: RgbImage,
  roles: Mask,
  random: () => number,
): RgbImage | null {
  const stages = buildStages(picture, roles);
  if (stages === null) return null;
  guessInwards(stages.at(-1)!, random);
  for (let i = stages.length - 2; i >= 0; i--) {
    refine(stages[i]!, stages[i + 1]!, i === 0, random);
  }
  const { level, field } = stages[0]!;
  meetSurroundings(level, field);
  const { width, height } = picture;
  const data = picture.data.slice();
  for (let pixel = 0; pixel < roles.data.length; pixel++) {
    if (roles.data[pixel] !== ROLE.hole) continue;
    const x = pixel % width;
    const from = placeInLevel(level, x, (pixel - x) / width) * 3;
    data.set(level.data.subarray(from, from + 3), pixel * 3);
  }
  return { width, height, data };
}
