import { z } from 'zod';

/** Addresses of one job. */
export const jobParams = z.object({ job_id: z.string() });

/** Routes that take no query parameters refuse them, as those that take some refuse others. */
export const noQuery = z.strictObject({});

/** Headers are only looked at, never refused for being unknown. */
export const conditionalHeaders = z.looseObject({
  'if-none-match': z.string().optional().describe('The `ETag` of the copy that the client has.'),
});

export const submissionHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters')
    .optional()
    .describe(
      'Makes a repeated submission safe: for 24 hours the same key and body give the same job.',
    ),
});

/** Any picture, in the documentation of an answer. */
export const pictureBody = z.any().meta({ type: 'string', format: 'binary' });
