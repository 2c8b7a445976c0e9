import { z } from 'zod';

/** `GET /health` */
export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** What readiness looks at. */
export const READINESS_CHECKS = ['database', 'queue', 'storage', 'engine'] as const;
export type ReadinessCheck = (typeof READINESS_CHECKS)[number];

/** `GET /health/ready` */
export const readinessSchema = z
  .object({
    ready: z.boolean(),
    checks: z
      .object({
        database: z.string(),
        queue: z.string(),
        storage: z.string(),
        engine: z.string(),
      })
      .describe('`ok`, or why not.'),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof readinessSchema>;

/** A network file that the configuration asks for. */
export const modelStateSchema = z.object({
  name: z.string(),
  present: z.boolean(),
  bytes: z.number().nullable(),
  problem: z.string().nullable().describe('Why it cannot be used; null when it can.'),
});
export type ModelState = z.infer<typeof modelStateSchema>;

/** `GET /v1/health/models` */
export const modelListSchema = z
  .object({ models: z.array(modelStateSchema) })
  .meta({ id: 'ModelList' });
export type ModelList = z.infer<typeof modelListSchema>;
