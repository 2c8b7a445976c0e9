import { ProteusError } from '@proteus/contracts/errors.ts';
import { jobInputKey } from '@proteus/contracts/jobs/job-keys.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePicture } from '../testing/fake-pictures.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { formRequest, tryonRequest } from '../testing/tryon-form.ts';

const { signal } = new AbortController();
let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

async function storedKeys(): Promise<readonly string[]> {
  const objects = await Array.fromAsync(gateway.store.list('', signal));
  return objects.map(({ key }) => key);
}

describe('POST /v1/jobs/tryon', () => {
  it('accepts a job: pictures stored, row written, place in the queue taken', async () => {
    const reply = await gateway.app.inject(
      await tryonRequest([
        ['category', 'upper'],
        ['seed', '7'],
        ['options', '{"pose":{"network":"lite"}}'],
        ['garment_side', fakePicture('side')],
      ]),
    );
    expect(reply.statusCode).toBe(202);
    const { job_id, status } = reply.json();
    expect(status).toBe('queued');
    expect(reply.headers.location).toBe(`/v1/jobs/${job_id}`);
    const job = await gateway.jobs.find(job_id);
    expect(job).toMatchObject({
      ownerId: 'local',
      category: 'upper',
      seed: 7,
      options: { pose: { network: 'lite' } },
      personKey: jobInputKey(job_id, 'person'),
      garmentSideKey: jobInputKey(job_id, 'garment-side'),
    });
    expect(job?.config.pose).toEqual({ network: 'lite', mirror: true });
    const person = await gateway.store.get(jobInputKey(job_id, 'person'), signal);
    expect(Buffer.from(person).toString()).toBe('normalised picture person');
    expect(await gateway.queues.weaver.depth()).toEqual({ waiting: 1, active: 0 });
  });

  it('derives the same seed from the same pictures, and another from others', async () => {
    const seedOf = async (person: string, more: [string, string][] = []) => {
      const reply = await gateway.app.inject(
        await formRequest([
          ['user_image', fakePicture(person)],
          ['garment_front', fakePicture('garment')],
          ...more,
        ]),
      );
      return (await gateway.jobs.find(reply.json().job_id))?.seed;
    };
    const seed = await seedOf('a');
    expect(await seedOf('a')).toBe(seed);
    expect(await seedOf('a', [['options', '{"debug":{"keep_artifacts":true}}']])).toBe(seed);
    expect(await seedOf('b')).not.toBe(seed);
    expect(await seedOf('a', [['options', '{"work":{"res_long":512}}']])).not.toBe(seed);
  });

  it('tells which pictures are missing or empty', async () => {
    const nothing = await gateway.app.inject(await formRequest([['category', 'upper']]));
    expect(nothing.statusCode).toBe(400);
    expect(nothing.json().error).toMatchObject({
      code: 'IMAGE_MISSING',
      details: [
        { path: 'user_image', message: 'is missing' },
        { path: 'garment_front', message: 'is missing' },
      ],
    });
    const empty = await gateway.app.inject(
      await tryonRequest([['garment_side', new Uint8Array()]]),
    );
    expect(empty.json().error).toMatchObject({
      code: 'IMAGE_MISSING',
      details: [{ path: 'garment_side', message: 'is empty' }],
    });
    expect(await storedKeys()).toEqual([]);
  });

  it('tells everything that is wrong with the fields at once', async () => {
    const reply = await gateway.app.inject(
      await formRequest([
        ['user_image', 'a text'],
        ['category', fakePicture('a file')],
        ['seed', '-1'],
        ['options', '{"vton":{}}'],
        ['webhook_url', 'https://example.org'],
        ['colour', 'red'],
        ['garment_front', fakePicture('one')],
        ['garment_front', fakePicture('two')],
      ]),
    );
    expect(reply.statusCode).toBe(400);
    const { code, details } = reply.json().error;
    expect(code).toBe('INVALID_REQUEST');
    const paths = details.map(({ path }: { path: string }) => path);
    expect(new Set(paths)).toEqual(
      new Set([
        'user_image',
        'category',
        'seed',
        'options.vton',
        'webhook_url',
        'colour',
        'garment_front',
      ]),
    );
    expect(JSON.stringify(details)).toContain('webhooks come with a later version');
    expect(JSON.stringify(details)).toContain('was given more than once');
  });

  it('refuses options that are no JSON', async () => {
    const reply = await gateway.app.inject(await tryonRequest([['options', '{']]));
    expect(reply.json().error.details).toEqual([{ path: 'options', message: 'must be JSON' }]);
  });

  it('names the field of a picture that is refused, and leaves nothing behind', async () => {
    const wrongType = await gateway.app.inject(
      await formRequest([
        ['user_image', fakePicture('person')],
        ['garment_front', new Uint8Array([1, 2, 3])],
      ]),
    );
    expect(wrongType.statusCode).toBe(415);
    expect(wrongType.json().error).toMatchObject({
      code: 'IMAGE_TYPE_UNSUPPORTED',
      details: [{ path: 'garment_front' }],
    });
    const broken = await gateway.app.inject(
      await formRequest([
        ['user_image', fakePicture('broken')],
        ['garment_front', fakePicture('garment')],
      ]),
    );
    expect(broken.statusCode).toBe(422);
    expect(broken.json().error).toMatchObject({
      code: 'IMAGE_UNREADABLE',
      details: [{ path: 'user_image' }],
    });
    expect(await storedKeys()).toEqual([]);
  });

  it('blames the picture when the process that decodes it does not survive it', async () => {
    for (const [engine, picture] of [
      ['ENGINE_CRASHED', 'IMAGE_UNREADABLE'],
      ['ENGINE_TIMEOUT', 'IMAGE_DECODE_LIMIT'],
      ['ENGINE_MEMORY', 'IMAGE_DECODE_LIMIT'],
    ] as const) {
      const { pictures } = gateway;
      await gateway.close();
      const normalise = () => Promise.reject(new ProteusError(engine));
      gateway = await createTestGateway({ parts: { pictures: { ...pictures, normalise } } });
      const { error } = (await gateway.app.inject(await tryonRequest())).json();
      expect([error.code, error.details[0].path]).toEqual([picture, 'user_image']);
    }
  });

  it('refuses other content types', async () => {
    for (const [type, payload] of [
      ['application/json', '{}'],
      ['text/plain', 'x'],
      ['application/x-www-form-urlencoded', 'a=b'],
    ] as const) {
      const reply = await gateway.app.inject({
        method: 'POST',
        url: '/v1/jobs/tryon',
        headers: { 'content-type': type },
        payload,
      });
      expect([reply.statusCode, reply.json().error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    }
    const none = await gateway.app.inject({ method: 'POST', url: '/v1/jobs/tryon' });
    expect(none.statusCode).toBe(415);
  });

  it('refuses query parameters that it does not know', async () => {
    const request = await tryonRequest();
    const reply = await gateway.app.inject({ ...request, url: '/v1/jobs/tryon?x=1' });
    expect(reply.json().error.details).toEqual([{ path: 'x', message: 'is not known' }]);
  });

  it('answers 503 when try-ons are switched off', async () => {
    const { pipeline } = gateway;
    await gateway.close();
    gateway = await createTestGateway({
      parts: { pipeline: { ...pipeline, vton: { ...pipeline.vton, enabled: false } } },
    });
    const reply = await gateway.app.inject(await tryonRequest());
    expect([reply.statusCode, reply.json().error.code]).toEqual([503, 'PROVIDER_DISABLED']);
  });

  it('lets in as many parallel submissions as there is room, and not one more', async () => {
    await gateway.close();
    gateway = await createTestGateway({ environment: { MAX_QUEUE: '3' } });
    const requests = await Promise.all(Array.from({ length: 12 }, () => tryonRequest()));
    const replies = await Promise.all(requests.map((request) => gateway.app.inject(request)));
    const statuses = replies.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([202, 202, 202, ...Array(9).fill(429)]);
    expect(await storedKeys()).toHaveLength(6);
  });

  it('answers 429 with Retry-After when the queue is full', async () => {
    await gateway.close();
    gateway = await createTestGateway({ environment: { MAX_QUEUE: '2' } });
    const replies = [];
    for (let i = 0; i < 3; i++) replies.push(await gateway.app.inject(await tryonRequest()));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([202, 202, 429]);
    expect(replies[2]?.json().error.code).toBe('QUEUE_FULL');
    expect(Number(replies[2]?.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('POST /v1/jobs/tryon-from-urls', () => {
  const submit = (body: unknown, headers = {}) =>
    gateway.app.inject({
      method: 'POST',
      url: '/v1/jobs/tryon-from-urls',
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const addresses = {
    user_image_url: 'https://pictures.example/person.png',
    garment_front_url: 'https://pictures.example/garment.png',
  };

  it('fetches the pictures and accepts the job', async () => {
    const reply = await submit({ ...addresses, category: 'dress', seed: 1 });
    expect(reply.statusCode).toBe(202);
    const job = await gateway.jobs.find(reply.json().job_id);
    expect(job).toMatchObject({ category: 'dress', seed: 1, garmentSideKey: null });
  });

  it('names the field whose address may not be fetched', async () => {
    const reply = await submit({ ...addresses, garment_side_url: 'http://private.example/' });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().error).toMatchObject({
      code: 'URL_NOT_ALLOWED',
      details: [{ path: 'garment_side_url' }],
    });
    expect(await storedKeys()).toEqual([]);
  });

  it.each([
    ['a missing address', { user_image_url: addresses.user_image_url }, 'garment_front_url'],
    ['another scheme', { ...addresses, user_image_url: 'file:///etc/passwd' }, 'user_image_url'],
    ['an unknown field', { ...addresses, colour: 'red' }, 'colour'],
    ['a webhook', { ...addresses, webhook_url: 'https://example.org' }, 'webhook_url'],
    [
      'a wrong option',
      { ...addresses, options: { work: { res_long: 1 } } },
      'options.work.res_long',
    ],
  ])('refuses %s', async (_what, body, path) => {
    const reply = await submit(body);
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error.code).toBe('INVALID_REQUEST');
    expect(reply.json().error.details.map((detail: { path: string }) => detail.path)).toEqual([
      path,
    ]);
  });

  it('refuses malformed, missing and poisoned JSON', async () => {
    for (const body of ['{', '', '{"__proto__":{"x":1}}', '"text"', '[]']) {
      const reply = await submit(body);
      expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'INVALID_REQUEST']);
    }
  });

  it('refuses a body that is too large, and other content types', async () => {
    const large = await submit({ ...addresses, filler: 'x'.repeat(300 * 1024) });
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const text = await submit('x', { 'content-type': 'text/plain' });
    expect([text.statusCode, text.json().error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});
