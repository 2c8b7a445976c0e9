import type { ErrorCode } from '@proteus/contracts/errors.ts';

/** Which photo a failure lies at: one of the two, either of them, or none. */
export type Blame = 'person' | 'garment' | 'picture' | 'nothing';

const BLAMES: Readonly<Partial<Record<ErrorCode, Blame>>> = {
  NO_PERSON: 'person',
  PERSON_TOO_SMALL: 'person',
  NOT_FRONTAL: 'person',
  SHOULDERS_HIDDEN: 'person',
  TORSO_CUT_OFF: 'person',
  LEGS_CUT_OFF: 'person',
  GARMENT_NOT_FOUND: 'garment',
  UNSUPPORTED_GARMENT: 'garment',
};

/** Other codes about pictures name the photo in their message. */
export function photoToBlame(code: string): Blame {
  const known: Readonly<Record<string, Blame>> = BLAMES;
  return known[code] ?? (code.startsWith('IMAGE_') ? 'picture' : 'nothing');
}
