import { createServer, type Server } from 'node:net';

const ATTEMPTS = 100;
/** Below the ports that Linux gives to connections, and apart from those of `tests/services.sh`. */
const LOWEST = 10_000;
const HIGHEST = 19_000;

/** The first of some neighbouring ports on which nobody listens. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const servers = await Promise.all(ports.map(listen));
    for (const server of servers) server?.close();
    if (!servers.includes(null)) return first;
  }
  throw new Error(`no ${count} free ports`);
}

function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
