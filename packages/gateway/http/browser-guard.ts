import { ProteusError } from '@proteus/contracts/errors.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps foreign web pages, open in a browser beside the server, from using it. Without accounts,
 * to reach the server is to be its user.
 *
 * A page of another site may not submit or change anything. And a server that listens for its own
 * machine only answers to that machine's names, so that no foreign name can be pointed at it later
 * ("DNS rebinding").
 *
 * @throws {ProteusError} FORBIDDEN
 */
export function guardAgainstForeignPages(app: GatewayApp, { settings }: GatewayContext): void {
  const ownName = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).hostname : null;
  const isLocal = LOOPBACK.test(settings.HOST) || settings.HOST === '::1';

  app.addHook('onRequest', async (request) => {
    const { hostname } = request;
    if (isLocal && hostname && !LOOPBACK.test(hostname) && hostname !== ownName) {
      const message = 'This server does not go by that name; set PUBLIC_URL if it should.';
      throw new ProteusError('FORBIDDEN', { message });
    }
    const isForeign = request.headers['sec-fetch-site'] === 'cross-site';
    if (isForeign && !READING.has(request.method)) {
      const message = 'Pages of other sites may not do this.';
      throw new ProteusError('FORBIDDEN', { message });
    }
  });
}
