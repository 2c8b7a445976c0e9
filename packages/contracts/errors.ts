/** One row of the error table: what HTTP says, and what a person can do about it. */
export interface ErrorKind {
  readonly status: number;
  /** Default public message; a thrown error may carry a more exact one. */
  readonly message: string;
}

/**
 * Every error code that leaves Proteus, by HTTP, in a job's `error`, or on the command line.
 * Codes are stable: clients branch on them. `docs/errors.md` is generated from this table.
 */
export const ERRORS = {
  INVALID_REQUEST: { status: 400, message: 'The request is not valid; see details.' },
  UNAUTHORIZED: { status: 401, message: 'Authentication is required.' },
  LOGIN_FAILED: { status: 401, message: 'The e-mail address or the password is wrong.' },
  FORBIDDEN: { status: 403, message: 'This is not allowed.' },
  NOT_FOUND: { status: 404, message: 'There is no such resource.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This method is not allowed here.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
  EMAIL_TAKEN: {
    status: 409,
    message: 'This e-mail address cannot be used; log in if it is yours.',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 409,
    message: 'This Idempotency-Key was already used with a different request.',
  },
  JOB_NOT_FINISHED: { status: 409, message: 'The job has not finished yet.' },
  JOB_NOT_RETRYABLE: { status: 409, message: 'Only failed or canceled jobs can be retried.' },
  JOB_HAS_NO_RESULT: { status: 409, message: 'The job ended without a result.' },
  RESULT_EXPIRED: { status: 410, message: 'The picture was deleted after its retention time.' },
  UPLOAD_MISSING: { status: 422, message: 'Nothing was uploaded under this key yet.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request body is too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'This content type is not accepted here.' },
  TOO_MANY_ATTEMPTS: { status: 429, message: 'Too many attempts; try again later.' },
  QUEUE_FULL: { status: 429, message: 'The queue is full; try again later.' },
  INTERNAL: { status: 500, message: 'Something went wrong on our side.' },
  DATABASE_UNAVAILABLE: { status: 503, message: 'The database cannot be reached; try again soon.' },
  QUEUE_UNAVAILABLE: { status: 503, message: 'The queue cannot be reached; try again soon.' },
  STORAGE_UNAVAILABLE: {
    status: 503,
    message: 'The object store cannot be reached; try again soon.',
  },
  NOT_READY: { status: 503, message: 'The service is not ready yet.' },
  TOO_MANY_UPLOADS: { status: 503, message: 'Too many uploads at once; try again in a moment.' },

  IMAGE_MISSING: { status: 400, message: 'A picture is missing.' },
  IMAGE_FILE_TOO_LARGE: { status: 413, message: 'The picture file is too large.' },
  IMAGE_TYPE_UNSUPPORTED: {
    status: 415,
    message: 'This is not a picture we read: use JPEG, PNG, WebP, AVIF, HEIC, TIFF or GIF.',
  },
  IMAGE_TOO_MANY_PIXELS: { status: 422, message: 'The picture has too many pixels.' },
  IMAGE_TOO_SMALL: { status: 422, message: 'The picture is too small.' },
  IMAGE_UNREADABLE: { status: 422, message: 'The picture is damaged or cannot be decoded.' },
  IMAGE_DECODE_LIMIT: {
    status: 422,
    message: 'Decoding the picture took too much time or memory.',
  },

  URL_NOT_ALLOWED: { status: 422, message: 'This address may not be fetched.' },
  URL_FETCH_FAILED: { status: 422, message: 'The picture could not be fetched from its address.' },
  URL_TIMEOUT: { status: 422, message: 'Fetching the picture took too long.' },

  NO_PERSON: { status: 422, message: 'No person was found in the photo.' },
  PERSON_TOO_SMALL: {
    status: 422,
    message: 'The person is too small in the photo; move closer or crop it.',
  },
  NOT_FRONTAL: { status: 422, message: 'The person must face the camera.' },
  SHOULDERS_HIDDEN: { status: 422, message: 'Both shoulders must be visible in the photo.' },
  TORSO_CUT_OFF: { status: 422, message: 'The photo must show the body at least to the waist.' },
  LEGS_CUT_OFF: {
    status: 422,
    message:
      'The photo must show a standing person: for trousers and skirts down to mid-thigh, for dresses to below the hips.',
  },
  GARMENT_NOT_FOUND: {
    status: 422,
    message: 'No garment was found; use a flat photo on a plain background.',
  },
  UNSUPPORTED_GARMENT: {
    status: 422,
    message: 'This kind of garment cannot be tried on yet.',
  },
  QUALITY_TOO_LOW: {
    status: 422,
    message: 'The result was not good enough to be shown; try clearer photos.',
  },
  PROVIDER_DISABLED: { status: 503, message: 'Try-ons are switched off (vton.enabled).' },
  MODEL_MISSING: { status: 503, message: 'A network file is missing; run `proteus doctor`.' },
  MODEL_UNREADABLE: {
    status: 503,
    message: 'A network file is damaged or of an unknown kind; run `proteus doctor`.',
  },

  ENGINE_CRASHED: { status: 500, message: 'The engine stopped while working on this job.' },
  ENGINE_TIMEOUT: { status: 500, message: 'The job took longer than its time limit.' },
  ENGINE_MEMORY: { status: 500, message: 'The job needed more memory than its limit.' },
  CANCELED: { status: 409, message: 'The job was canceled.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** A field of a request that did not validate. */
export interface ErrorDetail {
  readonly path: string;
  readonly message: string;
}

/** What a `ProteusError` may carry besides its code. */
export interface ProteusErrorOptions {
  /** Safe to show to anybody; the table's message when left out. */
  readonly message?: string;
  readonly details?: readonly ErrorDetail[];
  /** The pipeline stage that gave up, where one did. */
  readonly stage?: string;
  /** Goes to the log only. */
  readonly cause?: unknown;
}

/** An error with a stable code; its message is safe to show, its cause is not. */
export class ProteusError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: readonly ErrorDetail[] | undefined;
  readonly stage: string | undefined;

  constructor(code: ErrorCode, options: ProteusErrorOptions = {}) {
    super(options.message ?? ERRORS[code].message, { cause: options.cause });
    this.name = 'ProteusError';
    this.code = code;
    this.status = ERRORS[code].status;
    this.details = options.details;
    this.stage = options.stage;
  }
}

/** Narrows an unknown code (from a database row, another process) to one of the table. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
