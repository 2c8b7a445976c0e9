import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppUser, signUp } from '../e2e/app-client.ts';
import { HAVE_SERVICES, openCluster, readMetric, type TestCluster } from '../e2e/cluster.ts';
import type { TestServer } from '../e2e/server.ts';
import { FAST_ENGINES } from '../fast-engine/fast-engines.ts';

/** `FLEET_JOBS=1000` for a longer day. */
const JOBS = Number(process.env.FLEET_JOBS ?? 48);
const USERS = 6;
/** One of so many jobs is for the tailors. */
const TAILORS_SHARE = 4;
/** Clients that hand jobs in at once, each at the gateway whose turn it is. */
const CLIENTS = 12;
/** The start of nine processes, and a second for each job. */
const LIMIT_MS = 120_000 + JOBS * 1_000;
const POLL = { timeout: LIMIT_MS, interval: 200 };
const REDIS_DATABASE = 7;
/** Pixels across the users' pictures, and the smallest that the gateways take. */
const SIDE = 32;

/** A user who listens at every gateway. */
interface Member {
  readonly user: AppUser;
  readonly sockets: readonly { readonly messages: readonly SocketMessage[]; close(): void }[];
  readonly person: string;
  readonly garment: string;
  /** Of the garment's picture; no other user's is like it. */
  readonly grey: number;
}

/** A job that was accepted. */
interface Accepted {
  readonly id: string;
  readonly member: Member;
  readonly kind: 'weaver' | 'tailor';
  readonly vtonId: string;
}

const paint = (grey: number) =>
  sharp({
    create: { width: SIDE, height: SIDE, channels: 3, background: { r: grey, g: grey, b: grey } },
  })
    .png()
    .toBuffer();

async function join(gateways: readonly TestServer[], index: number): Promise<Member> {
  const grey = 10 + index * 20;
  const user = await signUp(gateways[index % gateways.length]!.address, `user${index}@example.org`);
  const everywhere = gateways.map(({ address }) => user.at(address));
  return {
    user,
    sockets: await Promise.all(everywhere.map((there) => there.listen())),
    person: await user.uploadPng(await paint(255)),
    garment: await user.uploadPng(await paint(grey)),
    grey,
  };
}

async function handIn(address: string, member: Member, index: number): Promise<Accepted> {
  const user = member.user.at(address);
  const kind = index % TAILORS_SHARE === 0 ? 'tailor' : 'weaver';
  const vtonId = await user.createVton();
  const id = await user.submit(kind, {
    vton_id: vtonId,
    uncleaned_outfit_s3: member.garment,
    ...(kind === 'weaver' && { user_snap_s3: member.person }),
  });
  return { id, member, kind, vtonId };
}

/** How often each job's end was told. */
function countEnds(messages: readonly SocketMessage[]): Readonly<Record<string, number>> {
  const ends: Record<string, number> = {};
  for (const { job_id, status } of messages) {
    if (isFinal(status)) ends[job_id] = (ends[job_id] ?? 0) + 1;
  }
  return ends;
}

const inOrder = (ids: readonly string[]) => [...ids].sort();

describe.skipIf(!HAVE_SERVICES)(
  'a fleet of 2 gateways, 3 weavers, 2 tailors and 2 arbitrators',
  () => {
    let cluster: TestCluster;
    let workers: readonly TestServer[];
    let arbitrators: readonly TestServer[];
    const members: Member[] = [];
    const accepted: Accepted[] = [];

    beforeAll(async () => {
      cluster = await openCluster(REDIS_DATABASE);
      const environment = {
        ...cluster.environment('redis'),
        ...FAST_ENGINES,
        MIN_IMAGE_SIDE: String(SIDE),
      };
      // The first brings the database up to date, before the others look at it.
      const first = await cluster.start(environment, 'serve', '--roles', 'gateway');
      const start = (count: number, ...command: readonly string[]) =>
        Promise.all(Array.from({ length: count }, () => cluster.start(environment, ...command)));
      const gateways = [first, ...(await start(1, 'serve', '--roles', 'gateway'))];
      workers = [...(await start(3, 'worker', 'weaver')), ...(await start(2, 'worker', 'tailor'))];
      arbitrators = await start(2, 'arbitrator');
      for (let index = 0; index < USERS; index++) members.push(await join(gateways, index));

      let next = 0;
      const client = async () => {
        for (let index = next++; index < JOBS; index = next++) {
          // Another gateway each time a user's turn comes again.
          const { address } = gateways[Math.floor(index / USERS) % gateways.length]!;
          accepted.push(await handIn(address, members[index % USERS]!, index));
        }
      };
      await Promise.all(Array.from({ length: CLIENTS }, client));
    }, LIMIT_MS);

    afterAll(async () => {
      for (const { sockets } of members) for (const { close } of sockets) close();
      await cluster?.close();
    });

    it('brings every job to its end, and tells so at every gateway', {
      timeout: LIMIT_MS,
    }, async () => {
      const missing = () =>
        accepted.filter(({ id, member }) =>
          member.sockets.some(({ messages }) => countEnds(messages)[id] === undefined),
        );
      await expect.poll(missing, POLL).toEqual([]);
      expect(accepted).toHaveLength(JOBS);
    });

    it('does each job once', async () => {
      const database = openDatabase(cluster.databaseUrl, { maxConnections: 1 });
      const rows = await database.query
        .selectFrom('jobs')
        .select(['id', 'status', 'attempts', 'failures'])
        .execute();
      await database.close();
      expect(inOrder(rows.map(({ id }) => id))).toEqual(inOrder(accepted.map(({ id }) => id)));
      expect(
        rows.filter((row) => row.status !== 'completed' || row.attempts !== 1 || row.failures > 0),
      ).toEqual([]);
      const done = await Promise.all(
        workers.map(({ address }) => readMetric(address, 'vfr_jobs_completed_total')),
      );
      expect(done.reduce((sum, jobs) => sum + jobs, 0)).toBe(JOBS);
      // All of them had their share.
      expect(Math.min(...done)).toBeGreaterThan(0);
    });

    it('tells each event once to its user, at whichever gateway they listen, and to nobody else', () => {
      for (const { user, sockets } of members) {
        const own = accepted.filter(({ member }) => member.user.id === user.id).map(({ id }) => id);
        for (const { messages } of sockets) {
          expect(messages.filter(({ user_id }) => user_id !== user.id)).toEqual([]);
          expect(countEnds(messages)).toEqual(Object.fromEntries(own.map((id) => [id, 1])));
          const texts = messages.map((message) => JSON.stringify(message));
          expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
          expect(inOrder([...new Set(messages.map(({ job_id }) => job_id))])).toEqual(inOrder(own));
        }
      }
    });

    it('tells nothing of a job after its end', () => {
      for (const { sockets } of members) {
        for (const { messages } of sockets) {
          const ended = new Set<string>();
          for (const { job_id, status } of messages) {
            expect(ended.has(job_id), `${status} after the end`).toBe(false);
            if (isFinal(status)) ended.add(job_id);
          }
        }
      }
    });

    it('gives each user what was made of their own garment', async () => {
      for (const member of members) {
        const own = accepted.filter((job) => job.member === member);
        for (const kind of ['weaver', 'tailor'] as const) {
          const job = own.find((each) => each.kind === kind);
          if (job === undefined) continue;
          const { result_s3, cleaned_outfit_s3 } = await member.user.readVton(job.vtonId);
          const url = await member.user.downloadUrl((result_s3 ?? cleaned_outfit_s3)!);
          const picture = sharp(await (await fetch(url)).arrayBuffer());
          expect((await picture.raw().toBuffer())[0]).toBe(member.grey);
        }
      }
    });

    it('is led by one arbitrator', async () => {
      const leading = await Promise.all(
        arbitrators.map(({ address }) => readMetric(address, 'vfr_arbitrator_leader')),
      );
      expect(inOrder(leading.map(String))).toEqual(['0', '1']);
    });
  },
);
