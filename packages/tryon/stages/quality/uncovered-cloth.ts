import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Overlay } from '../../providers/local/overlay.ts';

/** Share of the old top that still shows, 0 to 1. */
export function measureUncoveredCloth(person: PersonAnalysis, overlay: Overlay): number {
  const upper = person.regions.upper.data;
  let total = 0;
  let shown = 0;
  for (let pixel = 0; pixel < upper.length; pixel++) {
    const cloth = upper[pixel]!;
    if (cloth < 0.5) continue;
    total += cloth;
    shown += cloth * (1 - overlay.coverage[pixel]!);
  }
  return total === 0 ? 0 : shown / total;
}
