/** A worker of plain BullMQ, in which nothing is to be done: `redis|postgres` URL QUEUE PLACES */
import { createPostgresBackend, Worker, withBackend } from 'bullmq';

const [kind, url = '', name = '', places] = process.argv.slice(2);
const work = async () => ({ started: Date.now(), done: Date.now() });
const concurrency = Number(places);

const worker =
  kind === 'redis'
    ? new Worker(name, work, { connection: { url }, concurrency })
    : new (withBackend(createPostgresBackend).Worker)(name, work, {
        connection: { connectionString: url },
        concurrency,
      });
await worker.waitUntilReady();
console.log('ready');
