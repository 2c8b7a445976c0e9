import { ProteusError } from '@proteus/contracts/errors.ts';

/** BullMQ waits for the end of an outage; whoever asks us does not. */
const TIME_LIMIT_MS = 5_000;

/**
 * Asks BullMQ, for a limited time. What comes later than that is taken up when its lock runs out.
 *
 * @throws {ProteusError} QUEUE_UNAVAILABLE
 */
export async function askQueue<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error('no answer in time')), TIME_LIMIT_MS);
  try {
    return await Promise.race([ask(), limit.promise]);
  } catch (error) {
    throw new ProteusError('QUEUE_UNAVAILABLE', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** As `askQueue`, for what only the holder of a job may do: false when the job is not, or no longer, held. */
export async function askAsHolder(ask: () => Promise<unknown>): Promise<boolean> {
  return askQueue(async () => {
    try {
      await ask();
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  });
}

/** BullMQ refuses with its own negative numbers: no such job, no lock, another state, another's lock. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'number' && code < 0;
}
