import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Overlay } from '../../providers/local/overlay.ts';

/** Share of the old cloth that still shows, 0 to 1. */
export function measureUncoveredCloth(
  person: PersonAnalysis,
  overlay: Overlay,
  region: 'upper' | 'lower' = 'upper',
): number {
  const membership = person.regions[region].data;
  // Shoes belong to the lower region too, and stay.
  const label = PART[`${region}-clothes`];
  let total = 0;
  let shown = 0;
  for (let pixel = 0; pixel < membership.length; pixel++) {
    const cloth = membership[pixel]!;
    if (cloth < 0.5 || person.parts.data[pixel] !== label) continue;
    total += cloth;
    shown += cloth * (1 - overlay.coverage[pixel]!);
  }
  return total === 0 ? 0 : shown / total;
}
