import { z } from 'zod';

/** Formats in which a result can be asked for. */
export const resultFormatSchema = z.enum(['jpeg', 'png', 'webp', 'avif']);
export type ResultFormat = z.infer<typeof resultFormatSchema>;

/** Query of `GET /v1/jobs/{job_id}/result` */
export const resultQuerySchema = z.strictObject({
  format: resultFormatSchema.optional().describe('Another format than the stored one.'),
  width: z.coerce
    .number()
    .int()
    .min(16)
    .max(4096)
    .optional()
    .describe('Shrinks the picture to this many pixels; it is never enlarged.'),
});
export type ResultQuery = z.infer<typeof resultQuerySchema>;

/** `GET /v1/jobs/{job_id}/artifacts` */
export const artifactListSchema = z
  .object({
    artifacts: z.array(
      z.object({ name: z.string(), path: z.string().describe('Path on this server.') }),
    ),
  })
  .meta({ id: 'ArtifactList' });
export type ArtifactList = z.infer<typeof artifactListSchema>;
