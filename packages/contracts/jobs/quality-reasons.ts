/** What may speak against a finished picture, in a person's words. Codes are stable. */
export const QUALITY_REASONS = {
  FOLDED_MESH: 'The garment folds over itself where it was bent to the body.',
  STRETCHED_GARMENT: 'The garment had to be stretched or squeezed a lot.',
  OLD_CLOTH_SHOWS: 'Some of the clothes worn before still shows.',
  UNCLEAR_PARSE: 'Body, clothes and background are hard to tell apart in the photo.',
  UNCLEAR_POSE: 'Arms, shoulders or hips are hidden or hard to see.',
  UNCLEAR_GARMENT: 'The garment is hard to make out in its photo.',
  COLOUR_DRIFT: 'The garment’s colours differ from its photo.',
  IDENTITY_TOUCHED: 'The face was changed.',
  SOFT_PRINT: 'The garment’s print is less sharp than in its photo.',
  ROUGH_OUTLINE: 'The garment’s outline is uneven.',
  MUCH_DRAWN_ANEW: 'Much bare skin had to be made up.',
  RESHAPED_GARMENT: 'The garment’s proportions had to be changed to fit the body.',
  FAINT_GARMENT: 'The garment hardly differs from the background of its photo.',
  ARMS_HELD_OUT: 'An arm is held away from the body, where sleeves and sides are hard to lay.',
  PATTERNED_CLOTHES: 'The clothes worn before are patterned; plain ones come off more cleanly.',
  TURNED_BODY: 'The body is turned away from the camera; a garment lies flat in its photo.',
} as const;
export type QualityReason = keyof typeof QUALITY_REASONS;

/** What the user should know of a picture that is delivered all the same. Codes are stable. */
export const WARNINGS = {
  LOW_CONFIDENCE: 'We are not sure about this one. A straight pose and a flat garment photo help.',
  DEGRADED: 'It was crowded: the picture was made at a lower resolution to shorten the wait.',
  SEVERAL_PEOPLE: 'There are several people in the photo; the largest was dressed.',
} as const;
export type Warning = keyof typeof WARNINGS;
