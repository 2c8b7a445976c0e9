import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePicture } from '../testing/fake-pictures.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { formRequest, tryonRequest } from '../testing/tryon-form.ts';

const { signal } = new AbortController();
let gateway: TestGateway;
let now = Date.now();

beforeEach(async () => {
  gateway = await createTestGateway({
    environment: { MAX_QUEUE: '3' },
    parts: { clock: () => now },
  });
});
afterEach(() => gateway.close());

const withKey = { 'idempotency-key': 'a key of mine' };

describe('Idempotency-Key', () => {
  it('gives twenty parallel submissions of the same form one job and one set of pictures', async () => {
    const requests = await Promise.all(
      Array.from({ length: 20 }, () => tryonRequest([['seed', '1']], withKey)),
    );
    const replies = await Promise.all(requests.map((request) => gateway.app.inject(request)));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    expect(new Set(replies.map((reply) => reply.json().job_id)).size).toBe(1);
    const replayed = replies.filter(({ headers }) => headers['idempotent-replayed'] === 'true');
    expect(replayed).toHaveLength(19);
    const { jobs } = await gateway.jobs.list({ ownerId: 'local', limit: 100 });
    expect(jobs).toHaveLength(1);
    expect(await Array.fromAsync(gateway.store.list('', signal))).toHaveLength(2);
  });

  it('refuses the same key with another picture, seed, option or correction', async () => {
    await gateway.app.inject(await tryonRequest([], withKey));
    const others = [
      await tryonRequest([['seed', '2']], withKey),
      await tryonRequest([['options', '{"work":{"res_long":512}}']], withKey),
      await tryonRequest([['tuck', 'in']], withKey),
      await tryonRequest([['garment_side', fakePicture('side')]], withKey),
      await formRequest(
        [
          ['user_image', fakePicture('garment')],
          ['garment_front', fakePicture('person')],
        ],
        withKey,
      ),
    ];
    for (const request of others) {
      const reply = await gateway.app.inject(request);
      expect([reply.statusCode, reply.json().error.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    }
  });

  it('takes the same options in another order for the same body', async () => {
    const options = [
      '{"work":{"res_long":512},"pose":{"network":"lite"}}',
      '{"pose":{"network":"lite"},"work":{"res_long":512}}',
    ];
    const replies = [];
    for (const text of options) {
      replies.push(await gateway.app.inject(await tryonRequest([['options', text]], withKey)));
    }
    expect(replies[0]?.json().job_id).toBe(replies[1]?.json().job_id);
  });

  it('answers a repetition even when the queue has filled up since', async () => {
    const first = await gateway.app.inject(await tryonRequest([], withKey));
    for (let i = 0; i < 2; i++) await gateway.app.inject(await tryonRequest());
    expect((await gateway.app.inject(await tryonRequest())).statusCode).toBe(429);
    const again = await gateway.app.inject(await tryonRequest([], withKey));
    expect(again.json()).toEqual(first.json());
  });

  it('forgets a key after 24 hours', async () => {
    const first = await gateway.app.inject(await tryonRequest([], withKey));
    now += 24 * 3600_000 + 1;
    const second = await gateway.app.inject(await tryonRequest([], withKey));
    expect(second.statusCode).toBe(202);
    expect(second.json().job_id).not.toBe(first.json().job_id);
  });

  it('works for submissions by address without fetching twice', async () => {
    const fetched: string[] = [];
    await gateway.close();
    gateway = await createTestGateway({
      parts: {
        fetchPicture: async (url) => {
          fetched.push(url);
          return fakePicture(url);
        },
      },
    });
    const submit = () =>
      gateway.app.inject({
        method: 'POST',
        url: '/v1/jobs/tryon-from-urls',
        headers: withKey,
        payload: {
          user_image_url: 'https://pictures.example/p',
          garment_front_url: 'https://pictures.example/g',
        },
      });
    const jobIds = [(await submit()).json().job_id, (await submit()).json().job_id];
    expect(new Set(jobIds).size).toBe(1);
    expect(fetched).toHaveLength(2);
  });

  it.each([
    ['is empty', ''],
    ['has 256 characters', 'k'.repeat(256)],
    ['holds other than printable ASCII', 'schlüssel'],
  ])('is refused when it %s', async (_what, key) => {
    const reply = await gateway.app.inject(await tryonRequest([], { 'idempotency-key': key }));
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error.details[0].path).toBe('idempotency-key');
  });

  it('may have 255 characters', async () => {
    const key = 'k'.repeat(255);
    const reply = await gateway.app.inject(await tryonRequest([], { 'idempotency-key': key }));
    expect(reply.statusCode).toBe(202);
  });
});
