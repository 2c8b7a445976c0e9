import type { createApp } from '@proteus/gateway/app.ts';
import { UsageError } from '../terminal/usage-error.ts';

type App = Awaited<ReturnType<typeof createApp>>;

/** Has a server listen. @returns its address. @throws {UsageError} when the port is another process's. */
export async function listen(app: App, host: string, port: number): Promise<string> {
  return await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${port} of ${host} is taken; choose another with PORT or --port.`);
  });
}
