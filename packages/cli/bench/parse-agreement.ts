import { PART, type PersonPart } from '@proteus/contracts/person-parts.ts';
import { intersectionOverUnion } from '@proteus/raster/intersection-over-union.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** What is compared, in LIP's labels as VITON-HD numbers them, and in ours. */
const GROUPS = {
  upper: { truth: [5, 6, 7], parts: ['upper-clothes'] },
  lower: { truth: [9, 12], parts: ['lower-clothes'] },
  arms: {
    truth: [14, 15],
    parts: [
      'left-upper-arm',
      'right-upper-arm',
      'left-forearm',
      'right-forearm',
      'left-hand',
      'right-hand',
    ],
  },
  head: { truth: [2, 13], parts: ['hair', 'face'] },
  legs: { truth: [16, 17], parts: ['left-leg', 'right-leg'] },
  shoes: { truth: [18, 19], parts: ['left-shoe', 'right-shoe'] },
} as const satisfies Record<string, { truth: readonly number[]; parts: readonly PersonPart[] }>;

export type ParseGroup = keyof typeof GROUPS;
export const PARSE_GROUPS = Object.keys(GROUPS) as ParseGroup[];

/** Whole-body dresses, which we part at the waist. */
const DRESS = 6;
/** What takes up less of a photo than this is not compared. */
const LEAST_SHARE = 0.002;

/** Intersection over union of each group that the photo shows. */
export type ParseAgreement = { readonly [Group in ParseGroup]?: number };

function shareOf(labels: Mask, wanted: readonly number[]): number {
  let count = 0;
  for (const label of labels.data) if (wanted.includes(label)) count++;
  return count / labels.data.length;
}

/**
 * Compares a parse with the truth.
 *
 * @param truth labels of LIP.
 * @param parts labels by `PERSON_PARTS`, of the same size.
 */
export function parseAgreement(truth: Mask, parts: Mask): ParseAgreement {
  const wearsDress = shareOf(truth, [DRESS]) > LEAST_SHARE;
  const agreement: { [Group in ParseGroup]?: number } = {};
  for (const group of PARSE_GROUPS) {
    const labels: readonly number[] = GROUPS[group].truth;
    if (shareOf(truth, labels) < LEAST_SHARE) continue;
    const names: readonly PersonPart[] =
      group === 'upper' && wearsDress ? ['upper-clothes', 'lower-clothes'] : GROUPS[group].parts;
    agreement[group] = intersectionOverUnion(
      { data: truth.data, labels },
      { data: parts.data, labels: names.map((name) => PART[name]) },
    );
  }
  return agreement;
}
