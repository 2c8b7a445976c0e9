import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createEmbeddedQueue } from '../queue/embedded/embedded-queue.ts';
import { reconcileEmbeddedQueue } from '../queue/embedded/reconcile-embedded-queue.ts';
import { createJobsRepository } from './create-jobs-repository.ts';
import { openDatabase } from './open-database.ts';
import { onEveryDatabase } from './testing/test-databases.ts';

const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** Accepts jobs for ever, says the id of each that was accepted, and begins every other one. */
const PROGRAM = `
  import { createJobsRepository } from ${module('./create-jobs-repository.ts')};
  import { migrateUp } from ${module('./migrations.ts')};
  import { openDatabase } from ${module('./open-database.ts')};
  import { submission } from ${module('./testing/test-jobs.ts')};
  import { createEmbeddedQueue } from ${module('../queue/embedded/embedded-queue.ts')};
  const database = openDatabase(process.argv[1]);
  await migrateUp(database);
  const queue = createEmbeddedQueue(database);
  const jobs = createJobsRepository({ database, queue, maxQueue: 100_000 });
  for (let index = 0; ; index++) {
    const { job } = await jobs.accept(submission());
    console.log(job.id);
    if (index % 2 === 0) await jobs.markRunning((await queue.lease(1, 600_000))[0]);
  }
`;

onEveryDatabase((createEmpty) => {
  it('loses no accepted job when its process is killed, and hands each out again', async () => {
    const empty = await createEmpty();
    const { url } = empty;
    try {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exited = once(child, 'exit');
      const accepted: string[] = [];
      for await (const id of createInterface({ input: child.stdout })) {
        accepted.push(id);
        if (accepted.length === 25) child.kill('SIGKILL');
      }
      await exited;

      const database = openDatabase(url);
      const queue = createEmbeddedQueue(database);
      const jobs = createJobsRepository({ database, queue, maxQueue: 1 });
      await queue.recoverLeases();
      await reconcileEmbeddedQueue(database, queue);
      const leases = await queue.lease(100_000, 60_000);
      expect(leases.map(({ jobId }) => jobId)).toEqual(expect.arrayContaining(accepted));
      for (const lease of leases) expect(await jobs.markRunning(lease)).toBe(true);
      await database.close();
    } finally {
      await empty.remove();
    }
  });
});
