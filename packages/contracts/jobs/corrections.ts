import { z } from 'zod';
import type { PERSON_PARTS } from '../person-parts.ts';
import { GARMENT_LANDMARKS } from './garment-landmarks.ts';
import { findCrossings } from './landmark-order.ts';

/** A place in a photo: 0, 0 = its upper left corner, 1, 1 = its lower right one. */
const placeSchema = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

/** What a brush over the person's photo may say that there is. */
export const STROKE_PARTS = [
  'background',
  'hair',
  'skin',
  'upper-clothes',
  'lower-clothes',
] as const satisfies readonly ('skin' | (typeof PERSON_PARTS)[number])[];

/** One stroke of a round brush. */
export const strokeSchema = z.strictObject({
  part: z.enum(STROKE_PARTS),
  radius: z
    .number()
    .min(0.001)
    .max(0.25)
    .describe('Radius of the brush, as a share of the photo’s width.'),
  points: z.array(placeSchema).min(1).max(500),
});
export type Stroke = z.infer<typeof strokeSchema>;

/** How a top ends: under the waistband, over it, or as the person wears theirs. */
export const tuckSchema = z.enum(['in', 'out', 'auto']);
export type Tuck = z.infer<typeof tuckSchema>;

/** Points of all strokes together; keeps a job's row and its view small. */
export const MOST_STROKE_POINTS = 4000;

/** What a person knows better than the analysis. Later strokes paint over earlier ones. */
export const correctionsSchema = z.strictObject({
  garment_landmarks: z
    .partialRecord(z.enum(GARMENT_LANDMARKS), placeSchema)
    .superRefine((places, context) => {
      const names = GARMENT_LANDMARKS.filter((name) => places[name] !== undefined);
      for (const { path, message } of findCrossings(places, names)) {
        context.addIssue({ code: 'custom', path: [path], message });
      }
    })
    .default({})
    .describe(
      'Landmarks of the garment’s photo, where the automatic ones are wrong: 0 to 1 across and down ' +
        'the photo, `left` being the photo’s left. Only what is wrong need be set; the side seams, ' +
        'sleeves and legs follow. Landmarks that cross each other, or that the garment does not ' +
        'have, are refused.',
    ),
  person_mask: z
    .array(strokeSchema)
    .max(200)
    .refine((strokes) => countPoints(strokes) <= MOST_STROKE_POINTS, {
      error: `must have at most ${MOST_STROKE_POINTS} points in all strokes together`,
    })
    .default([])
    .describe('Brush strokes over the person’s photo that say what is there.'),
  tuck: tuckSchema
    .default('auto')
    .describe(
      'How a top ends at the waist: `in` under the waistband, `out` over it, `auto` as the person ' +
        'wears theirs. A top that ends above the waist is left as it is, and so are lower garments.',
    ),
});
export type Corrections = z.infer<typeof correctionsSchema>;

function countPoints(strokes: readonly Stroke[]): number {
  return strokes.reduce((count, { points }) => count + points.length, 0);
}
