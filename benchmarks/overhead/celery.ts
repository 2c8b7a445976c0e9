import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Contender, type JobTimes, PLACES } from './contender.ts';

/** Debian's own, which sees Debian's packages whatever else is on the PATH. */
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

/** Whether Python has what is needed. */
export function haveCelery(): boolean {
  return spawnSync(PYTHON, ['-c', 'import celery, redis']).status === 0;
}

/** Celery with a worker process of its own. @param queue that nobody else uses. */
export async function openCelery(url: string, queue: string): Promise<Contender> {
  const options = {
    cwd: import.meta.dirname,
    env: {
      PATH: process.env.PATH,
      CELERY_URL: url,
      CELERY_QUEUE: queue,
      PYTHONDONTWRITEBYTECODE: '1',
      // Celery warns root away.
      C_FORCE_ROOT: '1',
    },
  };
  const app = ['-m', 'celery', '--app', 'celery_jobs', 'worker', '--loglevel', 'ERROR'];
  const worker = spawn(PYTHON, [...app, '--concurrency', String(PLACES)], {
    ...options,
    stdio: 'ignore',
  });
  const client = spawn(PYTHON, ['celery_jobs.py'], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface(client.stdout)[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error('the client of Celery ended');
    return JSON.parse(value);
  };
  const ask = async (command: string) => {
    client.stdin.write(`${command}\n`);
    return await answer();
  };
  await answer();
  return {
    name: 'Celery, on Redis',
    runOne: async () => (await ask('one')) as JobTimes,
    handIn: (count) => ask(`hand-in ${count}`),
    allTold: () => ask('all-told'),
    holdWorker: (held) => void worker.kill(held ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      client.kill();
      // Its pool ends with it.
      worker.kill('SIGTERM');
    },
  };
}
