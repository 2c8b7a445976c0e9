import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from './free-ports.ts';

const SCRIPTS = path.join(import.meta.dirname, '../services');
const run = promisify(execFile);

/** A service of one test's own, that it may kill. */
export interface PrivateService {
  /** Where it listens, on loopback. */
  readonly port: number;
  /** Ends it as a power cut would, but for what the operating system still writes. */
  crash(): Promise<void>;
  /** Holds it up: connections stay and are made, and nobody answers. */
  freeze(): Promise<void>;
  /** Lets it go on. */
  thaw(): Promise<void>;
  /** Starts it again, with what it had kept. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts a service by its script of `tests/services`. @param ports how many it needs, neighbours. */
export async function startPrivateService(name: string, ports: number): Promise<PrivateService> {
  const folder = await mkdtemp(path.join(tmpdir(), `proteus ${name}-`));
  // PostgreSQL runs as a user of its own.
  await chmod(folder, 0o711);
  const port = await freePorts(ports);
  const data = path.join(folder, 'data');
  const act = async (...parameters: string[]) =>
    void (await run(path.join(SCRIPTS, `${name}.sh`), parameters));
  const start = () => act('start', data, String(port));
  await start();
  return {
    port,
    crash: () => act('crash', data),
    freeze: () => act('freeze', data),
    thaw: () => act('thaw', data),
    start,
    async remove() {
      await act('stop', data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
