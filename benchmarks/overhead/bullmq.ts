import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createPostgresBackend, Queue, QueueEvents, withBackend } from 'bullmq';
import { type Contender, PLACES, repeat } from './contender.ts';
import { TellTale } from './tell-tale.ts';

const WORKER = path.join(import.meta.dirname, 'bullmq-worker.ts');
/** Nothing of a finished job stays, as with us. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true };

/** BullMQ alone, with a worker process of its own. @param name of a queue that nobody else uses. */
export async function openBullmq(
  kind: 'redis' | 'postgres',
  url: string,
  name: string,
): Promise<Contender> {
  const { queue, events } = await (kind === 'redis' ? openOnRedis : openOnPostgres)(url, name);
  const worker = await startWorker(kind, url, name);
  const ends = new TellTale();
  const results = new Map<string, { readonly started: number; readonly done: number }>();
  events.on('completed', ({ jobId, returnvalue }) => {
    results.set(jobId, JSON.parse(JSON.stringify(returnvalue)));
    ends.tell(jobId);
  });
  const add = async () => {
    const job = await queue.add('job', {}, KEEP_NOTHING);
    ends.expect(job.id!);
    return job;
  };
  return {
    name: `BullMQ alone, on ${kind === 'redis' ? 'Redis' : 'PostgreSQL'}`,
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

async function openOnRedis(url: string, name: string) {
  const connection = { url };
  const events = new QueueEvents(name, { connection });
  await events.waitUntilReady();
  return { queue: new Queue(name, { connection }), events };
}

async function openOnPostgres(connectionString: string, name: string) {
  const onPostgres = withBackend(createPostgresBackend);
  const queue = new onPostgres.Queue(name, { connection: { connectionString, migrate: true } });
  await queue.waitUntilReady();
  const events = new onPostgres.QueueEvents(name, { connection: { connectionString } });
  await events.waitUntilReady();
  return { queue, events };
}

async function startWorker(...parameters: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [WORKER, ...parameters, String(PLACES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
