import type { ErrorDetail } from '@proteus/contracts/errors.ts';

/**
 * Reads a text of a form that holds JSON.
 *
 * @param problems gets a word when it is none.
 * @returns the field's name and value, undefined when it is empty or unusable; nothing when it was not sent.
 */
export function readJsonText(
  name: string,
  texts: ReadonlyMap<string, unknown>,
  problems: ErrorDetail[],
): readonly (readonly [string, unknown])[] {
  const value = texts.get(name);
  if (value === undefined) return [];
  if (typeof value !== 'string') return [[name, value]];
  if (value.trim() === '') return [[name, undefined]];
  try {
    return [[name, JSON.parse(value)]];
  } catch {
    problems.push({ path: name, message: 'must be JSON' });
    return [[name, undefined]];
  }
}
