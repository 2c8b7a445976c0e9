import type { Point } from '@proteus/raster/types.ts';
import { outwardsAt, smoothLoop } from './smooth-loop.ts';

/** Points to each side that level the stairs of pixels. */
const STAIRS = 3;
/** Pixels from one sample to the next. */
export const SPACING = 3;

/** A closed outline, the cloth on its right hand, and samples of it without the stairs of pixels. */
export interface SampledOutline {
  /** Along the edges of pixels. */
  readonly loop: readonly Point[];
  /** Where on the loop each sample lies. */
  readonly places: readonly number[];
  readonly points: readonly Point[];
  /** Outwards, of unit length. */
  readonly normals: readonly Point[];
}

/** Takes samples along an outline, `SPACING` apart. */
export function sampleOutline(loop: readonly Point[]): SampledOutline {
  const smooth = smoothLoop(loop, STAIRS);
  const count = Math.floor(loop.length / SPACING);
  const places = Array.from({ length: count }, (_, n) => n * SPACING);
  return {
    loop,
    places,
    points: places.map((place) => smooth[place]!),
    normals: places.map((place) => outwardsAt(smooth, place)),
  };
}

/** What is known of the samples of a closed outline, from one of them once around to it again. */
export function ringFrom<T>(samples: readonly T[], first: number): T[] {
  return [...samples.slice(first), ...samples.slice(0, first + 1)];
}
