import { ProteusError } from '@proteus/contracts/errors.ts';

/** The error for a network file that is damaged, truncated, or uses what we do not convert. */
export function unreadableModel(reason: string, cause?: unknown): ProteusError {
  return new ProteusError('MODEL_UNREADABLE', {
    message: `The network file cannot be used: ${reason}.`,
    cause,
  });
}
