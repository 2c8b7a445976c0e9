import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

/** Share of the worn garment that lies where there was no person, 0 to 1. */
export function measureBesideBody(person: PersonAnalysis, cover: Plane): number {
  const background = person.regions.background.data;
  let beside = 0;
  let covered = 0;
  for (let pixel = 0; pixel < cover.data.length; pixel++) {
    covered += cover.data[pixel]!;
    beside += cover.data[pixel]! * background[pixel]!;
  }
  return covered === 0 ? 0 : beside / covered;
}
