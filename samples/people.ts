import type { Mask, RgbImage, Size } from '@proteus/raster/types.ts';
import { buildFigure } from './figure/figure.ts';
import type { PersonSpec } from './figure/person-spec.ts';
import { renderFigure } from './render-figure.ts';
import { type SampleLandmark, sampleLandmarks } from './sample-landmarks.ts';
import { SAMPLE_MEN } from './sample-men.ts';
import { SAMPLE_WOMEN } from './sample-women.ts';
import { createCamera } from './shade/camera.ts';

/** The people of the samples. */
export const SAMPLE_PEOPLE: readonly PersonSpec[] = [...SAMPLE_WOMEN, ...SAMPLE_MEN];

/** A drawn person and what is true of it. */
export interface SamplePerson {
  readonly picture: RgbImage;
  /** Part labels by `PERSON_PARTS`; a dress counts as upper clothes. */
  readonly parts: Mask;
  /** The true pose points in the order of `POSE_LANDMARKS`. */
  readonly landmarks: readonly SampleLandmark[];
}

/** Draws a person. The same specification and size give the same bytes. */
export function renderPerson(spec: PersonSpec, size: Size): SamplePerson {
  const figure = buildFigure(spec);
  const camera = createCamera(size, spec.view, spec.stance.turn);
  return { ...renderFigure(figure, camera), landmarks: sampleLandmarks(figure, camera) };
}
