/** A worker of plain BullMQ, in which nothing is to be done: URL QUEUE PLACES */
import { bullmqBackend } from './bullmq-backend.ts';

const [url = '', name = '', places] = process.argv.slice(2);
const { Worker, connection } = bullmqBackend(url);
const worker = new Worker(name, async () => ({ started: Date.now(), done: Date.now() }), {
  connection,
  concurrency: Number(places),
});
await worker.waitUntilReady();
console.log('ready');
