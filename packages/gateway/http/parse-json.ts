import { ProteusError } from '@proteus/contracts/errors.ts';
import type { GatewayApp } from '../context.ts';

/**
 * Reads JSON bodies, and nothing else. An empty body is none: clients send `content-type` with
 * requests that have nothing to say.
 */
export function parseJson(app: GatewayApp): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    const refuse = (error: Error | null, value?: unknown) => {
      if (!error) return done(null, value);
      const message = 'The body is not valid JSON.';
      done(new ProteusError('INVALID_REQUEST', { message, cause: error }));
    };
    return parse(request, body as string, refuse);
  });
}
