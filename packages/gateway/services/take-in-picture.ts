import { type ErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import type { NormalisedPicture } from '@proteus/platform/pictures/normalise-picture.ts';
import type { GatewayContext } from '../context.ts';
import { withTimeLimit } from '../http/time-limit.ts';

/** A picture that a client sent. */
export interface SentPicture {
  /** What the client called it. */
  readonly field: string;
  readonly read: (signal: AbortSignal) => Promise<Uint8Array>;
}

/** How long a picture may wait for its turn and its decoding. */
const INTAKE_TIME_LIMIT_MS = 60_000;

/**
 * Checks a picture, makes it safe to keep, and hands it on; only a few pictures are in memory at once.
 *
 * @throws {ProteusError} what is wrong with the picture, naming its field; TOO_MANY_UPLOADS when
 *   its turn did not come in time.
 */
export async function takeInPicture<Result>(
  { intake, pictures }: GatewayContext,
  { field, read }: SentPicture,
  signal: AbortSignal,
  handOn: (normalised: NormalisedPicture, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const take = async (limited: AbortSignal) => {
    const release = await intake.acquire(limited);
    try {
      const bytes = await read(limited);
      await pictures.inspect(bytes);
      return await handOn(await pictures.normalise(bytes, limited), limited);
    } finally {
      release();
    }
  };
  try {
    return await withTimeLimit(
      INTAKE_TIME_LIMIT_MS,
      signal,
      take,
      (cause) => new ProteusError('TOO_MANY_UPLOADS', { cause }),
    );
  } catch (error) {
    throw namingField(error, field);
  }
}

/** What it says of a picture when the process that decoded it did not survive it. */
const DECODING_ENDED: Readonly<Record<string, ErrorCode>> = {
  ENGINE_CRASHED: 'IMAGE_UNREADABLE',
  ENGINE_TIMEOUT: 'IMAGE_DECODE_LIMIT',
  ENGINE_MEMORY: 'IMAGE_DECODE_LIMIT',
};

/** With two or three pictures in one request, the client must learn which one is meant. */
function namingField(error: unknown, field: string): unknown {
  if (!(error instanceof ProteusError)) return error;
  const verdict = DECODING_ENDED[error.code];
  const told = verdict ? new ProteusError(verdict, { cause: error }) : error;
  if (told.details || !/^(IMAGE|URL)_/.test(told.code)) return told;
  const { code, message } = told;
  return new ProteusError(code, { message, details: [{ path: field, message }], cause: error });
}
