import type { TruthMeasures } from '@proteus/tryon/stages/quality/measure-against-truth.ts';

/** The mean of each figure; null of none. */
export function meanMeasures(all: readonly TruthMeasures[]): TruthMeasures | null {
  if (all.length === 0) return null;
  const mean = (pick: (one: TruthMeasures) => number) =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    deltaE: mean((one) => one.deltaE),
    ssim: mean((one) => one.ssim),
    gmsd: mean((one) => one.gmsd),
    outside: mean((one) => one.outside),
    region: mean((one) => one.region),
  };
}
