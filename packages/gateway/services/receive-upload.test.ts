import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePicture } from '../testing/fake-pictures.ts';
import { createTestGateway, listen, type TestGateway } from '../testing/test-gateway.ts';
import { formRequest, tryonRequest } from '../testing/tryon-form.ts';

let folder: string;
/** A loaded machine may take its time. */
const PATIENCE = { timeout: 15_000 };

let gateway: TestGateway;
const sockets: Socket[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proteus-spool-'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  vi.unstubAllEnvs();
  gateway = await createTestGateway({
    environment: { MAX_IMAGE_BYTES: '4096', MAX_BODY_BYTES: '9000', MAX_PARALLEL_UPLOADS: '3' },
  });
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await gateway.close();
  vi.unstubAllEnvs();
});

const BOUNDARY = 'frontier';
const part = (disposition: string, content: string, type = '') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n${content}\r\n`;
const file = (name: string, content: string) =>
  part(`name="${name}"; filename="x.png"`, content, 'Content-Type: image/png\r\n');
const END = `--${BOUNDARY}--\r\n`;
const WHOLE = `${file('user_image', 'picture p')}${file('garment_front', 'picture g')}${END}`;

async function submit(payload: string, type = `multipart/form-data; boundary=${BOUNDARY}`) {
  const reply = await gateway.app.inject({
    method: 'POST',
    url: '/v1/jobs/tryon',
    headers: { 'content-type': type },
    payload,
  });
  const { code, details } = reply.json().error ?? {};
  return { status: reply.statusCode, code, details };
}

const leftFiles = () => readdir(folder);

describe('a form', () => {
  it('is taken in the plainest writing there is', async () => {
    expect((await submit(WHOLE)).status).toBe(202);
    expect((await submit(`preamble\r\n${WHOLE}epilogue`)).status).toBe(202);
    expect(await leftFiles()).toEqual([]);
  });

  it.each([
    ['without a boundary in its type', WHOLE, 'multipart/form-data'],
    ['with another boundary in its type', WHOLE, 'multipart/form-data; boundary=other'],
    ['that ends within a file', WHOLE.slice(0, 120), undefined],
    ['that ends before its last boundary', WHOLE.slice(0, -END.length), undefined],
    ['that is no form', 'nothing of the kind', undefined],
    ['with a poisonous field name', `${part('name="__proto__"', 'x')}${WHOLE}`, undefined],
    ['with a poisonous file name', `${file('constructor', 'x')}${WHOLE}`, undefined],
    [
      'with more than twenty parts',
      `${Array.from({ length: 25 }, (_, index) => part(`name="f${index}"`, 'x')).join('')}${WHOLE}`,
      undefined,
    ],
    [
      'with broken JSON in a JSON field',
      `${part('name="options"', '{', 'Content-Type: application/json\r\n')}${WHOLE}`,
      undefined,
    ],
  ])('%s is refused', async (_what, payload, type) => {
    const { status, code } = await submit(payload, type);
    expect([status, code]).toEqual([400, 'INVALID_REQUEST']);
    expect(await leftFiles()).toEqual([]);
  });

  it('with an empty body has its pictures missing', async () => {
    expect(await submit('')).toMatchObject({ status: 400, code: 'IMAGE_MISSING' });
    expect(await submit(END)).toMatchObject({ status: 400, code: 'IMAGE_MISSING' });
  });

  it('with a huge field name is refused, and the name not repeated in full', async () => {
    const { status, details } = await submit(`${part(`name="${'n'.repeat(4000)}"`, 'x')}${WHOLE}`);
    expect(status).toBe(400);
    expect(JSON.stringify(details).length).toBeLessThan(200);
  });

  it('takes options that say that they are JSON', async () => {
    const options = part(
      'name="options"',
      '{"work":{"res_long":512}}',
      'Content-Type: application/json\r\n',
    );
    expect((await submit(`${options}${WHOLE}`)).status).toBe(202);
    const poisonous = part('name="options"', '{"__proto__":{"x":1}}');
    expect((await submit(`${poisonous}${WHOLE}`)).details).toEqual([
      { path: 'options.__proto__', message: 'is not known' },
    ]);
  });

  it('never uses the name of a file', async () => {
    const name = part('name="user_image"; filename="../../../evil.png"', 'picture p');
    const reply = await submit(`${name}${file('garment_front', 'picture g')}${END}`);
    expect(reply.status).toBe(202);
  });
});

describe('limits', () => {
  it('refuse a text, a file and a body that are too large, and keep nothing', async () => {
    const text = await gateway.app.inject(await tryonRequest([['category', 'x'.repeat(8000)]]));
    const large = new Uint8Array(5000);
    const oneFile = await gateway.app.inject(await formRequest([['user_image', large]]));
    const whole = new Uint8Array(4000);
    const body = await gateway.app.inject(
      await formRequest([
        ['user_image', whole],
        ['garment_front', whole],
        ['garment_side', whole],
      ]),
    );
    expect([oneFile, body].map((reply) => [reply.statusCode, reply.json().error.code])).toEqual([
      [413, 'IMAGE_FILE_TOO_LARGE'],
      [413, 'PAYLOAD_TOO_LARGE'],
    ]);
    expect(oneFile.json().error.details[0].path).toBe('user_image');
    expect(text.statusCode).toBe(400);
    expect(await leftFiles()).toEqual([]);
  });

  it('hold for a body that does not say its length, and the client gets to read the answer', async () => {
    const socket = await beginForm('Transfer-Encoding: chunked');
    const answer = firstAnswer(socket);
    const chunk = 'x'.repeat(1000);
    socket.write(asChunk(`--${BOUNDARY}\r\nX-Filler: `));
    for (let i = 0; i < 30 && !socket.destroyed; i++) {
      socket.write(asChunk(i % 2 ? chunk : `\r\n--${BOUNDARY}--\r\n${chunk}`));
      await sleep(5);
    }
    expect(await answer).toMatch(/^HTTP\/1\.1 4(13|00) /);
    socket.destroy();
    await expect.poll(leftFiles, PATIENCE).toEqual([]);
  });

  it('let three upload at once, tell a fourth when to come back, and recover', async () => {
    const uploads = await Promise.all(
      [1, 2, 3].map(() => beginForm(`Content-Length: ${WHOLE.length}`)),
    );
    await expect.poll(leftFiles, PATIENCE).toHaveLength(3);
    const refused = await gateway.app.inject(await tryonRequest());
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    const [finishing, ...others] = uploads;
    const answer = firstAnswer(finishing!);
    finishing!.write(WHOLE);
    expect(await answer).toMatch(/^HTTP\/1\.1 202 /);
    for (const socket of others) socket.destroy();
    finishing!.destroy();
    await expect.poll(async () => (await submit(WHOLE)).status, PATIENCE).toBe(202);
    await expect.poll(leftFiles, PATIENCE).toEqual([]);
  });
});

describe('a client that hangs up', () => {
  it('in the middle of its form leaves no files', async () => {
    const socket = await beginForm('Content-Length: 5000');
    socket.write(file('user_image', 'picture of a person').slice(0, -4));
    await expect.poll(leftFiles, PATIENCE).toHaveLength(1);
    socket.destroy();
    await expect.poll(leftFiles, PATIENCE).toEqual([]);
  });

  it('while its pictures are decoded ends that work, and no job is made', async () => {
    const request = await formRequest([
      ['user_image', fakePicture('slow')],
      ['garment_front', fakePicture('garment')],
    ]);
    const payload = request.payload as Buffer;
    const socket = await beginForm(
      `Content-Length: ${payload.length}`,
      String((request.headers as Record<string, string>)['content-type']),
    );
    socket.write(payload);
    await expect.poll(leftFiles, PATIENCE).toHaveLength(1);
    await sleep(50);
    socket.destroy();
    await expect.poll(leftFiles, PATIENCE).toEqual([]);
    const { jobs } = await gateway.jobs.list({ ownerId: 'local', limit: 10 });
    expect(jobs).toEqual([]);
  });
});

it('a server that closes does not wait long for a form that does not come', async () => {
  const socket = await beginForm('Content-Length: 5000');
  const answer = firstAnswer(socket);
  await expect.poll(leftFiles, PATIENCE).toHaveLength(1);
  await gateway.app.close();
  expect(await answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(await leftFiles()).toEqual([]);
});

async function beginForm(
  framing: string,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
): Promise<Socket> {
  const socket = connect(await listen(gateway), '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  const head = [
    'POST /v1/jobs/tryon HTTP/1.1',
    'Host: localhost',
    `Content-Type: ${type}`,
    framing,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return socket;
}

async function firstAnswer(socket: Socket): Promise<string> {
  const [chunk] = await once(socket, 'data', { signal: AbortSignal.timeout(10_000) });
  return String(chunk);
}

function asChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
