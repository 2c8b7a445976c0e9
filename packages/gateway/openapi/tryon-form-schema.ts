import { submissionOptionsSchema } from '@proteus/contracts/api/jobs.ts';
import { z } from 'zod';
import { pictureField } from './picture-field.ts';

/** The form of `POST /v1/jobs/tryon`, for the documentation. */
export const TRYON_FORM_SCHEMA: object = (() => {
  const form = z.strictObject({
    user_image: pictureField('A photo of the person, facing the camera, at least to the waist.'),
    garment_front: pictureField('The front of the garment, flat, on a plain background.'),
    garment_side: pictureField(
      'Another side of the garment; kept with the job, not used by the local provider.',
    ).optional(),
    ...submissionOptionsSchema.shape,
  });
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' });
  return schema;
})();
