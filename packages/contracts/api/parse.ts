import { z } from 'zod';
import { correctionsSchema } from '../jobs/corrections.ts';
import { PERSON_PARTS } from '../person-parts.ts';
import { POSE_LANDMARKS } from '../pose-landmarks.ts';

/** Query of `POST /v1/parse` */
export const parseQuerySchema = z.strictObject({
  format: z
    .enum(['png', 'json'])
    .default('png')
    .describe(
      '`png`: an indexed picture of the photo’s size; a pixel’s value is its part, the palette makes it visible. `json`: parts with their areas, the pose, and the same picture as `map`.',
    ),
});

/** What `POST /v1/parse` takes besides the picture. */
export const parseOptionsSchema = z.strictObject({
  person_mask: correctionsSchema.shape.person_mask,
});
export type ParseOptions = z.infer<typeof parseOptionsSchema>;

const share = z.number().min(0).max(1);

/** `POST /v1/parse?format=json` */
export const parsedPersonSchema = z
  .object({
    width: z.int().describe('Of the photo, upright, in pixels.'),
    height: z.int(),
    confidence: share.describe('How sure the parse is.'),
    people: z.int().nullable().describe('People of about the same size; the largest is parsed.'),
    parts: z.array(
      z.object({
        index: z.int().describe('The value of this part’s pixels in the map.'),
        name: z.enum(PERSON_PARTS),
        colour: z.string().describe('In the map’s palette, as `#rrggbb`.'),
        area: share.describe('Share of the photo.'),
      }),
    ),
    pose: z.object({
      score: share.describe('Confidence that there is a person.'),
      landmarks: z.array(
        z.object({
          name: z.enum(POSE_LANDMARKS),
          x: z.number().describe('0 = the photo’s left edge, 1 = its right one; may lie outside.'),
          y: z.number().describe('0 = the upper edge, 1 = the lower one; may lie outside.'),
          visibility: share,
        }),
      ),
    }),
    map: z.string().describe('The indexed picture as a `data:image/png;base64,` address.'),
  })
  .meta({ id: 'ParsedPerson' });
export type ParsedPerson = z.infer<typeof parsedPersonSchema>;
