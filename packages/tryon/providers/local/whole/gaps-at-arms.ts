import { blurMask } from '@proteus/raster/blur-mask.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { isBareArm } from '../skin/skin-known.ts';

/**
 * Gaps between arm and dress up to half this wide, in shoulder widths, are closed; wider ones less
 * and less: there the wall is seen.
 */
const WIDEST = 0.12;
/** Cloth goes on a little under the arm, in pixels. */
const UNDER_ARM = 3;
/** The filled width changes by no more than this from row to row, so that no stubs stand out. */
const SLOPE = 0.35;

/** What parts a dress from the arm beside it. */
interface Surroundings {
  readonly isArm: (pixel: number) => boolean;
  /** Whether old cloth was taken away there, not the wall seen. */
  readonly wasCloth: (pixel: number) => boolean;
  /** Pixels. */
  readonly widest: number;
}

/** How many pixels are filled from one edge pixel outwards; infinite where the dress meets the arm. */
function fillFrom(edge: number, step: number, end: number, around: Surroundings): number {
  let gap = 0;
  for (let pixel = edge + step; !around.isArm(pixel); pixel += step) {
    gap++;
    if (pixel === end || gap > around.widest || !around.wasCloth(pixel)) return 0;
  }
  return gap === 0 ? Number.POSITIVE_INFINITY : Math.min(gap + UNDER_ARM, around.widest - gap);
}

/** Lets the filled widths grow from row to row no faster than `SLOPE`. Changes them in place. */
function limitSlope(filled: Float64Array): void {
  for (let y = 1; y < filled.length; y++) {
    filled[y] = Math.min(filled[y]!, filled[y - 1]! + SLOPE);
  }
  for (let y = filled.length - 2; y >= 0; y--) {
    filled[y] = Math.min(filled[y]!, filled[y + 1]! + SLOPE);
  }
}

/**
 * Narrow gaps between a dress and the arm beside it, where the old cloth reached from one to the
 * other: the body itself goes on there, and so should the dress.
 *
 * @param torso opacity of the dress without its sleeves, 0 to 1.
 * @returns 0 to 1: where the dress should go on.
 */
export function gapsAtArms(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  plate: CleanPlate,
  torso: Plane,
): Float32Array {
  const { parts, frame } = person;
  const { width, height, data } = torso;
  const around: Surroundings = {
    isArm: (pixel) =>
      isBareArm(parts.data[pixel]!) ||
      (plate.kinds.data[pixel] === BEHIND.arm && limbs.distance[pixel]! < 1),
    wasCloth: (pixel) => plate.removed.data[pixel]! > 0.5,
    widest: WIDEST * frame.shoulderWidth,
  };
  const wanted = createMask(width, height);
  for (const step of [-1, 1]) {
    const edges = new Int32Array(height).fill(-1);
    const filled = new Float64Array(height);
    for (let y = 0; y < height; y++) {
      const end = step < 0 ? y * width : (y + 1) * width - 1;
      let edge = end;
      while (edge >= y * width && edge < (y + 1) * width && data[edge]! <= 0.5) edge -= step;
      if (edge === end || Math.floor(edge / width) !== y) continue;
      edges[y] = edge;
      filled[y] = fillFrom(edge, step, end, around);
    }
    limitSlope(filled);
    for (let y = 0; y < height; y++) {
      const edge = edges[y]!;
      for (let i = 1; i <= Math.round(filled[y]!); i++) {
        const pixel = edge + step * i;
        if (Math.floor(pixel / width) !== y || around.isArm(pixel - step * UNDER_ARM)) break;
        wanted.data[pixel] = 255;
      }
    }
  }
  return blurMask(wanted, 1).data;
}
