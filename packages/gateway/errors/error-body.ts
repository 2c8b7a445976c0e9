import type { ErrorBody } from '@proteus/contracts/api/error-body.ts';
import type { ProteusError } from '@proteus/contracts/errors.ts';

/** Where the error codes are explained on this server. */
export const ERRORS_PATH = '/docs/errors';

/** An error as clients see it: nothing but what is safe to show. */
export function errorBody(error: ProteusError, requestId: string): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      docs: `${ERRORS_PATH}#${error.code}`,
      request_id: requestId,
      ...(error.details ? { details: [...error.details] } : {}),
    },
  };
}
