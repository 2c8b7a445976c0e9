import type { ErrorBody } from '@proteus/contracts/api/error-body.ts';

/** A refusal of the server, or a connection that failed, in words for a person. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
  }
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  user_image: 'Your photo',
  garment_front: "The garment's photo",
};

/** Reads an error out of an answer's body, whatever stands there (a proxy's page, say). */
export function toApiError(status: number, body: unknown): ApiError {
  const error = (body as ErrorBody | null)?.error;
  if (typeof error?.code !== 'string' || typeof error.message !== 'string') {
    return new ApiError('INTERNAL', `The server answered with ${status}.`);
  }
  const details = (error.details ?? []).map(
    ({ path, message }) => `${FIELD_NAMES[path] ?? path}: ${message}`,
  );
  // A detail about one picture says all that the general message says.
  return new ApiError(error.code, details.length > 0 ? details.join(' ') : error.message);
}

/** What is said when the server cannot be reached. */
export function unreachable(): ApiError {
  return new ApiError('OFFLINE', 'The server cannot be reached. Is it still running?');
}
