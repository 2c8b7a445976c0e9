import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Queue } from 'bullmq';
import { bullmqBackend } from './bullmq-backend.ts';
import { type Contender, type JobTimes, PLACES, repeat } from './contender.ts';
import { TellTale } from './tell-tale.ts';

const WORKER = path.join(import.meta.dirname, 'bullmq-worker.ts');
/** Nothing of a finished job stays, as with us. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true };
/** Between two looks for ends of which no event told, milliseconds. */
const LOOK_INTERVAL_MS = 250;

/** What the worker gives back. */
type WorkTimes = Pick<JobTimes, 'started' | 'done'>;

/** BullMQ alone, with a worker process of its own. @param name of a queue that nobody else uses. */
export async function openBullmq(url: string, name: string): Promise<Contender> {
  const { label, Queue, QueueEvents, connection } = bullmqBackend(url);
  const losesEvents = label === 'PostgreSQL';
  const queue = new Queue(name, { connection });
  await queue.waitUntilReady();
  const events = new QueueEvents(name, { connection });
  await events.waitUntilReady();
  const worker = await startWorker(url, name);
  const ends = new TellTale();
  const results = new Map<string, WorkTimes>();
  const end = (jobId: string, times: unknown) => {
    results.set(jobId, times as WorkTimes);
    ends.tell(jobId);
  };
  events.on('completed', ({ jobId, returnvalue }) => end(jobId, returnvalue));
  const looking = losesEvents ? lookForEnds(queue, ends, end) : null;
  const add = async () => {
    // Whose end may have to be looked for must stay.
    const job = await queue.add('job', {}, losesEvents ? {} : KEEP_NOTHING);
    ends.expect(job.id!);
    return job;
  };
  return {
    name: `BullMQ alone, on ${label}`,
    async runOne() {
      const job = await add();
      const told = await ends.of(job.id!);
      return { accepted: job.timestamp, ...results.get(job.id!)!, told };
    },
    handIn: (count) => repeat(count, async () => void (await add())),
    allTold: () => ends.all(),
    holdWorker: (held) => void worker.kill(held ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      clearInterval(looking ?? undefined);
      worker.kill('SIGKILL');
      await events.close();
      await queue.obliterate({ force: true });
      await queue.close();
    },
  };
}

/**
 * Finds what no event tells of: on PostgreSQL events are read by ascending numbers, and one that commits after a later
 * one is passed over.
 */
function lookForEnds(
  queue: Queue,
  ends: TellTale,
  end: (jobId: string, times: unknown) => void,
): NodeJS.Timeout {
  let before: ReadonlySet<string> = new Set();
  return setInterval(async () => {
    const pending = ends.pending();
    // The event of one that is new has its time.
    const overdue = pending.filter((id) => before.has(id));
    before = new Set(pending);
    for (const id of overdue) {
      const job = await queue.getJob(id);
      if (job?.finishedOn !== undefined && job.finishedOn !== null) end(id, job.returnvalue);
    }
  }, LOOK_INTERVAL_MS);
}

async function startWorker(...parameters: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [WORKER, ...parameters, String(PLACES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
