import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { KEPT_CODE } from './kept-code.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What became of a command. */
export interface Outcome {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs another program than `node main.ts`. */
  readonly program?: readonly [string, ...string[]];
  /** Sent as soon as the text shows up on standard error. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly at: string };
}

const TIME_LIMIT_MS = 90_000;

/** Runs the command line in a process of its own, as a user does. */
export async function runProteus(
  parameters: readonly string[],
  { environment = {}, program = [process.execPath, MAIN], interrupt }: RunOptions = {},
): Promise<Outcome> {
  const [command, ...first] = program;
  const child = spawn(command, [...first, ...parameters], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...KEPT_CODE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text: string) => {
      const before = output[name];
      output[name] += text;
      if (name !== 'stderr' || !interrupt || before.includes(interrupt.at)) return;
      if (output.stderr.includes(interrupt.at)) child.kill(interrupt.signal);
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, ...output };
}
