import helmet from '@fastify/helmet';
import type { GatewayApp } from '../context.ts';

/** Answers of the API are data: a browser that opens one must load and run nothing. */
const API_POLICY = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"].join('; ');

/** The web page: itself alone, plus pictures that the browser holds in memory. */
export const WEB_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages with styles in them: Swagger UI sets style attributes. */
export const DOCUMENTATION_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Puts the protective headers on every answer. */
export async function registerSecurityHeaders(app: GatewayApp): Promise<void> {
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: false,
    // Whether there is TLS in front is the operator's business.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', API_POLICY);
  });
}
