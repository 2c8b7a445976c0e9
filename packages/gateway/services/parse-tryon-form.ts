import {
  NO_WEBHOOKS,
  type SubmissionOptions,
  submissionOptionsSchema,
} from '@proteus/contracts/api/jobs.ts';
import { type ErrorDetail, ProteusError } from '@proteus/contracts/errors.ts';
import { validationDetails } from '../errors/validation-details.ts';
import { readJsonText } from './read-json-text.ts';
import type { ReceivedUpload } from './receive-upload.ts';

const REQUIRED_FILES = ['user_image', 'garment_front'] as const;

/** Texts that hold JSON. */
const JSON_TEXTS = ['options', 'garment_landmarks', 'person_mask'] as const;

/** The fields of `POST /v1/jobs/tryon`. */
export const TRYON_FORM = {
  files: [...REQUIRED_FILES, 'garment_side'],
  texts: ['category', 'seed', 'options', 'garment_landmarks', 'person_mask', 'tuck', 'webhook_url'],
  longTexts: ['person_mask'],
} as const;

/**
 * What a try-on form says besides its pictures.
 *
 * @throws {ProteusError} IMAGE_MISSING when only pictures are missing, INVALID_REQUEST for
 *   everything else that is wrong, all of it at once.
 */
export function parseTryonForm(upload: ReceivedUpload): SubmissionOptions {
  const problems: ErrorDetail[] = [...upload.problems];
  const texts = new Map(upload.texts);
  if (texts.delete('webhook_url')) problems.push({ path: 'webhook_url', message: NO_WEBHOOKS });

  const parsed = submissionOptionsSchema.safeParse({
    ...Object.fromEntries(texts),
    ...(texts.has('seed') ? { seed: asInteger(texts.get('seed')) } : {}),
    ...Object.fromEntries(JSON_TEXTS.flatMap((name) => readJsonText(name, texts, problems))),
  });
  if (!parsed.success) problems.push(...validationDetails(parsed.error.issues));

  const missing = REQUIRED_FILES.filter((name) => (upload.files.get(name)?.size ?? 0) === 0);
  const empty = [...upload.files].filter(([, { size }]) => size === 0).map(([name]) => name);
  const pictures = [...new Set([...missing, ...empty])].map((path) => ({
    path,
    message: upload.files.has(path) ? 'is empty' : 'is missing',
  }));
  if (problems.length > 0 || !parsed.success) {
    throw new ProteusError('INVALID_REQUEST', { details: [...problems, ...pictures] });
  }
  if (pictures.length > 0) throw new ProteusError('IMAGE_MISSING', { details: pictures });
  return parsed.data;
}

/** Forms know texts only; anything but plain digits is left for the schema to refuse. */
function asInteger(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
