import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { KEPT_CODE } from '@proteus/cli/testing/kept-code.ts';
import { addPreparedNetworks } from '@proteus/cli/testing/prepared-networks.ts';
import { childrenOf } from './process-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = path.join(ROOT, 'packages/cli/main.ts');
/** Seconds; a minute and more where many start at once on a machine that has much else to do. */
const START_LIMIT_MS = 120_000;
/** A drain finishes the job under way, which takes its time where many processes share a core. */
const END_LIMIT_MS = 90_000;

/** A real Proteus in a process of its own. */
export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly pid: number;
  /** Process ids of its engines that live now. */
  engines(): Promise<readonly number[]>;
  /** Everything that it logged so far. */
  log(): string;
  /** Ends it by a signal. @returns its exit status, null when the signal itself ended it. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts a server on a free port and waits until it is ready.
 *
 * @param dataFolder where everything that it keeps lies.
 * @param command what follows `proteus`.
 */
export async function startServer(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  command: readonly string[] = ['serve'],
): Promise<TestServer> {
  const child = spawn(process.execPath, [MAIN, ...command], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ...KEPT_CODE,
      DATA_DIR: dataFolder,
      // Equal jobs must be worked on here, not answered from what an earlier one was given.
      REUSE_RESULTS: 'false',
      // Engines with nothing to do leave the cores to the next test.
      ENGINE_REHEARSAL: 'false',
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => output.push(text));
  }
  const log = () => output.join('');
  try {
    const address = await waitUntilReady(child, log);
    return {
      address,
      pid: child.pid as number,
      engines: () => childrenOf(child.pid as number),
      log,
      end: (signal) => endChild(child, signal, log),
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** For tests of the job's life: the smallest network, and one look at the photo only. */
export const QUICK_POSE = { PIPELINE__POSE__NETWORK: 'lite', PIPELINE__POSE__MIRROR: 'false' };

/** A data folder for one test, with a space in its path and the networks in it; `remove` it afterwards. */
export async function createDataFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus e2e-'));
  await addPreparedNetworks(folder);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function waitUntilReady(child: ChildProcess, log: () => string): Promise<string> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(log()) ?? [];
    if (address !== undefined && (await isReady(address))) return address;
    await sleep(50);
  }
  throw new Error(`The server did not become ready:\n${log()}`);
}

/** Whether a server says of itself that it can take jobs. */
export async function isReady(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(5_000);
  return fetch(`${address}/health/ready`, { signal }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
}

async function endChild(
  child: ChildProcess,
  signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL',
  log: () => string,
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(END_LIMIT_MS) });
  child.kill(signal);
  try {
    const [code] = await ended;
    return code as number | null;
  } catch {
    child.kill('SIGKILL');
    throw new Error(`The server did not end after ${signal}:\n${log().slice(-4_000)}`);
  }
}
