import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Queue, QueueEvents } from 'bullmq';
import { type Contender, type JobTimes, PLACES, repeat } from './contender.ts';
import { TellTale } from './tell-tale.ts';

const WORKER = path.join(import.meta.dirname, 'bullmq-worker.ts');
/** Nothing of a finished job stays, as with us. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true };

/** What the worker gives back. */
type WorkTimes = Pick<JobTimes, 'started' | 'done'>;

/** BullMQ alone, with a worker process of its own. @param name of a queue that nobody else uses. */
export async function openBullmq(url: string, name: string): Promise<Contender> {
  const queue = new Queue(name, { connection: { url } });
  const events = new QueueEvents(name, { connection: { url } });
  await events.waitUntilReady();
  const worker = await startWorker(url, name);
  const ends = new TellTale();
  const results = new Map<string, WorkTimes>();
  events.on('completed', ({ jobId, returnvalue }) => {
    results.set(jobId, returnvalue as unknown as WorkTimes);
    ends.tell(jobId);
  });
  const add = async () => {
    const job = await queue.add('job', {}, KEEP_NOTHING);
    ends.expect(job.id!);
    return job;
  };
  return {
    name: 'BullMQ alone, on Redis',
    async runOne() {
      const job = await add();
      const told = await ends.of(job.id!);
      return { accepted: job.timestamp, ...results.get(job.id!)!, told };
    },
    handIn: (count) => repeat(count, async () => void (await add())),
    allTold: () => ends.all(),
    holdWorker: (held) => void worker.kill(held ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      worker.kill('SIGKILL');
      await events.close();
      await queue.obliterate({ force: true });
      await queue.close();
    },
  };
}

async function startWorker(...parameters: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [WORKER, ...parameters, String(PLACES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
