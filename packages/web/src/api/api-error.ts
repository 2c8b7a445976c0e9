import { errorBodySchema } from '@proteus/contracts/api/error-body.ts';

/** A refusal of the server, or a connection that failed, in words for a person. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
  }
}

/** Reads an error out of an answer's body, whatever stands there. */
export function toApiError(status: number, body: unknown): ApiError {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return new ApiError('INTERNAL', `The server answered with ${status}.`);
  const { code, message, details } = parsed.data.error;
  const more = (details ?? []).map((detail) => `${detail.path}: ${detail.message}`).join(' ');
  return new ApiError(code, more ? `${message} ${more}` : message);
}

/** What is said when the server cannot be reached. */
export function unreachable(): ApiError {
  return new ApiError('OFFLINE', 'The server cannot be reached. Is it still running?');
}
