import { parseOptionsSchema } from '@proteus/contracts/api/parse.ts';
import { z } from 'zod';
import { pictureField } from './picture-field.ts';

/** The form of `POST /v1/parse`, for the documentation. */
export const PARSE_FORM_SCHEMA: object = (() => {
  const form = z.strictObject({
    image: pictureField('A photo of a person, facing the camera, at least to the waist.'),
    ...parseOptionsSchema.shape,
  });
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' });
  return schema;
})();
