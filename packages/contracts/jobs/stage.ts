import { z } from 'zod';

/** The pipeline's stages in the order they run; their names are shown to users. */
export const STAGES = [
  'ingest',
  'pose',
  'person-parsing',
  'garment',
  'warp',
  'geometry',
  'vton',
  'postprocess',
  'quality',
] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** Where a running job is: the stage under way, and the share of the whole work done, 0 to 1. */
export interface StageProgress {
  readonly stage: Stage;
  readonly progress: number;
}
