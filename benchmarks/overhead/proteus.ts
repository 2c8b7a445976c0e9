import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import sharp from 'sharp';
import { signUp } from '../../tests/e2e/app-client.ts';
import { openCluster } from '../../tests/e2e/cluster.ts';
import { FAST_ENGINES } from '../../tests/fast-engine/fast-engines.ts';
import { type Contender, PLACES, repeat } from './contender.ts';
import { TellTale } from './tell-tale.ts';

/** Where Proteus keeps its queue; `sqlite` is one process with all roles, the others have a weaver of its own. */
export type ProteusQueue = 'sqlite' | 'embedded' | 'redis' | 'postgres';

const NAMES: Readonly<Record<ProteusQueue, string>> = {
  sqlite: 'Proteus, one process, SQLite',
  embedded: 'Proteus, rows in PostgreSQL',
  redis: 'Proteus, BullMQ on Redis',
  postgres: 'Proteus, BullMQ on PostgreSQL',
};
const REDIS_DATABASE = 8;
/** Pixels across the pictures, and the smallest that the gateway takes. */
const SIDE = 32;

/** Proteus as it is, but for its engines; jobs are handed in over HTTP, a WebSocket tells of their ends. */
export async function openProteus(queue: ProteusQueue): Promise<Contender> {
  await using closers = new AsyncDisposableStack();
  const cluster = await openCluster(REDIS_DATABASE);
  closers.defer(() => cluster.close());
  const folder = await cluster.makeFolder();
  const databaseUrl = queue === 'sqlite' ? `sqlite:${folder}/jobs.db` : cluster.databaseUrl;
  const environment = {
    ...(queue !== 'sqlite' && cluster.environment(queue)),
    DATABASE_URL: databaseUrl,
    // Pictures in a folder: a store far away would be measured, too.
    STORAGE_BACKEND: 'local',
    VFR_STORAGE: `${folder}/pictures`,
    STORAGE_SIGNING_SECRET: 'known to all processes of this benchmark',
    ...FAST_ENGINES,
    ENGINE_PROCESSES: String(PLACES),
    MIN_IMAGE_SIDE: String(SIDE),
  };
  const roles = queue === 'sqlite' ? [] : ['--roles', 'gateway'];
  const gateway = await cluster.start(environment, 'serve', ...roles);
  const weaver = queue === 'sqlite' ? null : await cluster.start(environment, 'worker', 'weaver');
  const database = openDatabase(databaseUrl, { maxConnections: 1 });
  closers.defer(() => database.close());

  const user = await signUp(gateway.address, 'ana@example.org');
  const grey = { width: SIDE, height: SIDE, channels: 3, background: '#888' } as const;
  const key = await user.uploadPng(await sharp({ create: grey }).png().toBuffer());
  const ends = new TellTale();
  const { close } = await user.listen(({ job_id, status }) => {
    if (isFinal(status)) ends.tell(job_id);
  });
  closers.defer(async () => close());
  const submit = async (vton_id: string) => {
    const id = await user.submit('weaver', {
      vton_id,
      user_snap_s3: key,
      uncleaned_outfit_s3: key,
    });
    ends.expect(id);
    return id;
  };

  const opened = closers.move();
  return {
    name: NAMES[queue],
    async runOne() {
      const id = await submit(await user.createVton());
      const told = await ends.of(id);
      const row = await database.query
        .selectFrom('jobs')
        .select(['created_at', 'started_at', 'finished_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const [accepted, started, done] = [row.created_at, row.started_at, row.finished_at].map(
        Number,
      );
      return { accepted: accepted!, started: started!, done: done!, told };
    },
    async handIn(count) {
      await repeat(count, async () => void (await submit(await user.createVton())));
    },
    allTold: () => ends.all(),
    holdWorker: weaver && ((held) => void process.kill(weaver.pid, held ? 'SIGSTOP' : 'SIGCONT')),
    close: () => opened.disposeAsync(),
  };
}
