import { ProteusError } from '@proteus/contracts/errors.ts';

/** The framework's own errors that tell something about the request, by its codes. */
const FRAMEWORK_ERRORS: Readonly<Record<string, () => ProteusError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new ProteusError('PAYLOAD_TOO_LARGE'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new ProteusError('UNSUPPORTED_MEDIA_TYPE'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => invalid('The body is not as long as Content-Length.'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => invalid('The body is not valid JSON.'),
  FST_ERR_BAD_URL: () => invalid('The address is not valid.'),
  FST_ERR_NOT_FOUND: () => new ProteusError('NOT_FOUND'),
  // Ids are short, and outside the page's folder there is nothing.
  FST_ERR_MAX_PARAM_LENGTH: () => new ProteusError('NOT_FOUND'),
  FST_STATIC_FORBIDDEN_PATH: () => new ProteusError('NOT_FOUND'),
};

/** Whatever was thrown, as an error that may be shown; the unexpected becomes INTERNAL. */
export function toProteusError(thrown: unknown): ProteusError {
  if (thrown instanceof ProteusError) return thrown;
  if (!(thrown instanceof Error)) return new ProteusError('INTERNAL', { cause: thrown });
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const known = Object.hasOwn(FRAMEWORK_ERRORS, code) ? FRAMEWORK_ERRORS[code] : undefined;
  return known?.() ?? new ProteusError('INTERNAL', { cause: thrown });
}

function invalid(message: string): ProteusError {
  return new ProteusError('INVALID_REQUEST', { message });
}
