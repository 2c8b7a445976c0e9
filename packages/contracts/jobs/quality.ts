import { z } from 'zod';
import { QUALITY_REASONS } from './quality-reasons.ts';

/** The quality gate's verdict on a finished picture. */
export const qualitySchema = z.object({
  /** 0 = unusable, 1 = nothing to complain about. */
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()).describe(
    `Stable codes of what speaks against the picture, worst first. ${Object.entries(QUALITY_REASONS)
      .map(([code, text]) => `\`${code}\`: ${text}`)
      .join(' ')}`,
  ),
  /** The figures behind the score, by name. */
  metrics: z.record(z.string(), z.number()),
  attempts: z
    .array(z.object({ variation: z.string(), score: z.number().min(0).max(1) }))
    .optional()
    .describe(
      'What was tried, in order; the best is the result. One `usual` attempt is enough mostly.',
    ),
});
export type Quality = z.infer<typeof qualitySchema>;
