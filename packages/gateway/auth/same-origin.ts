import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The page itself, or the person at the address bar. */
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Refuses a change that a browser's cookie alone would allow, unless the browser says that a page of
 * our own sent it. Programs without a browser send a bearer token instead of a cookie.
 *
 * @throws {ProteusError} FORBIDDEN
 * @see OWASP, "Cross-Site Request Forgery Prevention Cheat Sheet", Fetch Metadata and origin checks.
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (READING.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') {
    if (OWN_SITES.has(site)) return;
  } else if (isOwnOrigin(request, publicUrl)) return;
  const message = 'With a cookie, only pages of this server may do this; use a bearer token.';
  throw new ProteusError('FORBIDDEN', { message });
}

function isOwnOrigin({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host: theirs, protocol } = new URL(origin);
  // Read as an address of theirs, so that a port that goes without saying does on both sides.
  const own = publicUrl ?? `${protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === theirs;
}
