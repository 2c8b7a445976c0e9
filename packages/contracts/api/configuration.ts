import { z } from 'zod';
import { pipelineConfigSchema } from '../config/pipeline.ts';

/** `GET /v1/config`: what is in force, and how much is accepted; never a secret. */
export const configurationSchema = z
  .object({
    pipeline: pipelineConfigSchema,
    limits: z.object({
      max_image_bytes: z.number(),
      max_image_pixels: z.number(),
      min_image_side: z.number(),
      max_body_bytes: z.number(),
      max_queue: z.number(),
      result_ttl_hours: z.number().describe('0 = kept for ever.'),
    }),
  })
  .meta({ id: 'Configuration' });
export type Configuration = z.infer<typeof configurationSchema>;
