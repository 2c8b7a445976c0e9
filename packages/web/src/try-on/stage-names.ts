import type { Stage } from '@proteus/contracts/jobs/stage.ts';

/** What a stage is called before people who do not know pipelines; in the order they run. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  ingest: 'Reading the photos',
  pose: 'Finding the pose',
  'person-parsing': 'Telling clothes from skin',
  garment: 'Cutting out the garment',
  warp: 'Fitting it to the body',
  geometry: 'Shaping body and cloth',
  vton: 'Dressing',
  postprocess: 'Blending light and edges',
  quality: 'Looking it over',
};
