import { z } from 'zod';

/** The one shape of every JSON error. */
export const errorBodySchema = z
  .object({
    error: z.object({
      code: z.string().describe('A stable word; programs branch on it.'),
      message: z.string().describe('One sentence for a person.'),
      docs: z.string().describe('Where this code is explained.'),
      request_id: z.string().describe('Name it when asking for help; it finds the log lines.'),
      details: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .optional()
        .describe('The fields that are not valid.'),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorBodySchema>;
