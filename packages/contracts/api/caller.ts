import { z } from 'zod';

/** `GET /v1/me` */
export const callerSchema = z
  .object({
    id: z.string(),
    plan: z.string().describe('`local`: a server of one user, without accounts.'),
  })
  .meta({ id: 'Caller' });
export type Caller = z.infer<typeof callerSchema>;

/** `GET /v1/me/usage` */
export const usageSchema = z
  .object({
    plan: z.string(),
    limit: z.number().nullable().describe('Jobs a month; null = no limit.'),
    used: z.number().describe('Jobs of this month that completed or still may.'),
    period_start: z.iso.datetime(),
    period_end: z.iso.datetime(),
  })
  .meta({ id: 'Usage' });
export type Usage = z.infer<typeof usageSchema>;
