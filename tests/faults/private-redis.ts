import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const SCRIPT = path.join(import.meta.dirname, '../services/redis.sh');
const run = promisify(execFile);

/** A Redis of one test's own, that it may kill. */
export interface PrivateRedis {
  readonly url: string;
  /** Ends it as a power cut would, but for what the operating system still writes. */
  crash(): Promise<void>;
  /** Starts it again, with what it had kept. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function startPrivateRedis(): Promise<PrivateRedis> {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus redis-'));
  const port = await freePort();
  const act = async (...parameters: string[]) => void (await run(SCRIPT, parameters));
  const start = () => act('start', folder, String(port));
  const crash = () => act('crash', folder);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    crash,
    start,
    async remove() {
      await crash();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
