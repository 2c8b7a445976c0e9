import type { ErrorCode } from '@proteus/contracts/errors.ts';
import type { HttpRequest } from './http-request.ts';

/** What may come of an input: a refusal's code; or the job is accepted, and then ends somehow. */
export type Verdict = ErrorCode | 'accepted';

/** One bad request, and what may be answered. */
export interface HostileInput {
  readonly name: string;
  readonly request: HttpRequest;
  readonly verdicts: readonly Verdict[];
}

/** One bad picture, and what may be answered to whoever submits it. */
export interface HostilePicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly verdicts: readonly Verdict[];
}

/** A file of which nobody can tell beforehand whether a decoder can still make sense of it. */
export const DAMAGED: readonly Verdict[] = [
  'accepted',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_UNREADABLE',
  'IMAGE_TOO_MANY_PIXELS',
  'IMAGE_TOO_SMALL',
];

/** A file without which half of its pixels are: never to be taken for a picture. */
export const UNREADABLE: readonly Verdict[] = DAMAGED.filter((verdict) => verdict !== 'accepted');
