import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createEmbeddedQueues } from '../queue/embedded/create-embedded-queues.ts';
import { reconcileEmbeddedQueues } from '../queue/embedded/reconcile-embedded-queues.ts';
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
  import { createEmbeddedQueues } from ${module('../queue/embedded/create-embedded-queues.ts')};
  const database = openDatabase(process.argv[1]);
  await migrateUp(database);
  const queues = createEmbeddedQueues(database);
  const jobs = createJobsRepository({ database, queues, maxQueue: 100_000 });
  for (let index = 0; ; index++) {
    const { job } = await jobs.accept(submission());
    console.log(job.id);
    if (index % 2 === 0) await jobs.markRunning((await queues.weaver.lease(1, 600_000))[0]);
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
      const queues = createEmbeddedQueues(database);
      const jobs = createJobsRepository({ database, queues, maxQueue: 1 });
      await queues.weaver.recoverLeases();
      await reconcileEmbeddedQueues(database, queues);
      const leases = await queues.weaver.lease(100_000, 60_000);
      expect(leases.map(({ jobId }) => jobId)).toEqual(expect.arrayContaining(accepted));
      for (const lease of leases) expect(await jobs.markRunning(lease)).toBe(true);
      await database.close();
    } finally {
      await empty.remove();
    }
  });
});
