import { inspect } from 'node:util';
import { isErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import type { TransferredError } from './protocol.ts';

/** Packs any thrown value for another process. */
export function toTransferredError(thrown: unknown): TransferredError {
  const trace = inspect(thrown, { depth: 4, maxStringLength: 2_000, maxArrayLength: 20 });
  if (thrown instanceof ProteusError) {
    return {
      code: thrown.code,
      message: thrown.message,
      trace,
      ...(thrown.details ? { details: thrown.details } : {}),
      ...(thrown.stage ? { stage: thrown.stage } : {}),
    };
  }
  return { code: null, message: thrown instanceof Error ? thrown.message : String(thrown), trace };
}

/** Unpacks it again; an unexpected error becomes INTERNAL, its text a cause for the log only. */
export function fromTransferredError(error: TransferredError): ProteusError {
  if (!isErrorCode(error.code)) return new ProteusError('INTERNAL', { cause: error.trace });
  return new ProteusError(error.code, {
    message: error.message,
    cause: error.trace,
    ...(error.details ? { details: error.details } : {}),
    ...(error.stage ? { stage: error.stage } : {}),
  });
}
