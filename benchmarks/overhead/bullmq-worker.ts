/** A worker of plain BullMQ on Redis, in which nothing is to be done: URL QUEUE PLACES */
import { Worker } from 'bullmq';

const [url = '', name = '', places] = process.argv.slice(2);
const worker = new Worker(name, async () => ({ started: Date.now(), done: Date.now() }), {
  connection: { url },
  concurrency: Number(places),
});
await worker.waitUntilReady();
console.log('ready');
