import { ProteusError } from '@proteus/contracts/errors.ts';

const SEGMENT = '[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}';
const KEY = new RegExp(`^${SEGMENT}(/${SEGMENT})*$`);
const LONGEST_KEY = 512;

/** Whether a key is one that every store takes: relative, no `.` or `..`, nothing hidden. */
export function isObjectKey(key: string): boolean {
  return key.length <= LONGEST_KEY && KEY.test(key);
}

/** @throws {ProteusError} INVALID_REQUEST when the key is not one that every store takes. */
export function assertObjectKey(key: string): void {
  if (!isObjectKey(key)) {
    throw new ProteusError('INVALID_REQUEST', { message: 'This is not a valid object key.' });
  }
}
