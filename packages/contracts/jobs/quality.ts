import { z } from 'zod';

/** The quality gate's verdict on a finished picture. */
export const qualitySchema = z.object({
  /** 0 = unusable, 1 = nothing to complain about. */
  score: z.number().min(0).max(1),
  /** Stable codes of what speaks against the picture, worst first. */
  reasons: z.array(z.string()),
  /** The figures behind the score, by name. */
  metrics: z.record(z.string(), z.number()),
});
export type Quality = z.infer<typeof qualitySchema>;
