import { ProteusError } from '@proteus/contracts/errors.ts';

/**
 * An engine ended during a pass over several tasks. Which of them was to blame is not known, so none is
 * blamed: each deserves to be tried once more, alone.
 */
export class BrokenPassError extends ProteusError {
  /** @param cause how the engine ended. */
  constructor(cause: unknown) {
    super('ENGINE_CRASHED', { cause });
  }
}
