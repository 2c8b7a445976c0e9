import { extname } from 'node:path';
import fastifyStatic from '@fastify/static';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { replyWithError } from '../http/error-replies.ts';
import { WEB_POLICY } from '../http/security-headers.ts';

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Proteus</title>
<link rel="icon" href="data:,">
<h1>The web page has not been built yet</h1>
<p>Run <code>npm run build</code> in the folder of Proteus and start the server again.</p>
<p>The API works without it: see <a href="/docs">its documentation</a>.</p>
</html>
`;

/** The web page. */
export async function webRoutes(app: GatewayApp, { webRoot }: GatewayContext): Promise<void> {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/web/', 302));
  await app.register(
    async (scope: GatewayApp) => {
      scope.addHook('onSend', async (_request, reply) => {
        reply.header('content-security-policy', WEB_POLICY);
      });
      if (webRoot === null) sayNotBuilt(scope);
      else await servePage(scope, webRoot);
    },
    { prefix: '/web' },
  );
}

function sayNotBuilt(app: GatewayApp): void {
  for (const url of ['/', '/*']) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) =>
      reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT),
    );
  }
}

async function servePage(app: GatewayApp, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The build names files in `assets` by their content.
      const named = /[/\\]assets[/\\]/.test(path);
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // Addresses inside the page are the page's own business; missing files are not.
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const navigation = request.method === 'GET' || request.method === 'HEAD';
    if (navigation && extname(path) === '') return reply.sendFile('index.html', webRoot);
    return replyWithError(request, reply, new ProteusError('NOT_FOUND'));
  });
}
