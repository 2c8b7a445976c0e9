import { createHash } from 'node:crypto';

/** A strong ETag: changes with any of the parts. */
export function entityTag(...parts: readonly (string | number | null)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `"${digest.slice(0, 22)}"`;
}

/**
 * Whether an `If-None-Match` header names this ETag; compares weakly, as the header asks for.
 *
 * @see RFC 9110, section 13.1.2
 */
export function matchesEntityTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = (value: string) => value.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((value) => opaque(value) === opaque(tag));
}
