import type { ErrorDetail } from '@proteus/contracts/errors.ts';
import type { z } from 'zod';

/** What a client is told about each field that did not validate. */
export function validationDetails(issues: readonly z.core.$ZodIssue[]): readonly ErrorDetail[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({
      path: path === '' ? shorten(key) : `${path}.${shorten(key)}`,
      message: 'is not known',
    }));
  });
}

/** A name that a client chose, fit to be shown back. */
export function shorten(name: string): string {
  const printable = name.replaceAll(/\p{C}/gu, '�');
  return printable.length <= 64 ? printable : `${printable.slice(0, 64)}…`;
}
