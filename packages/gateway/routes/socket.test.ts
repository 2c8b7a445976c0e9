import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signUp, type TestUser } from '../testing/sign-up.ts';
import { createTestGateway, listen, type TestGateway } from '../testing/test-gateway.ts';
import { tryonRequest } from '../testing/tryon-form.ts';
import { upload } from '../testing/upload.ts';
import { announce, beginNext, complete, fail } from '../testing/work-on-job.ts';

let gateway: TestGateway;
let ana: TestUser;
let bo: TestUser;
const sockets: WebSocket[] = [];
beforeEach(async () => {
  gateway = await createTestGateway();
  ana = await signUp(gateway, 'ana@example.org');
  bo = await signUp(gateway, 'bo@example.org');
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await gateway.close();
});

const tokenOf = async (user: TestUser): Promise<string> =>
  (await user.inject({ url: '/user/ws-token' })).json().token;

interface Client {
  readonly socket: WebSocket;
  readonly messages: SocketMessage[];
}

/** @throws the HTTP status with which the server refused. */
async function connect(query: string, protocols: string[] = []): Promise<Client> {
  const address = `ws://127.0.0.1:${await listen(gateway)}/ws${query}`;
  const socket = new WebSocket(address, protocols);
  sockets.push(socket);
  const messages: SocketMessage[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
    socket.once('unexpected-response', (_, response) => reject(response.statusCode));
  });
  return { socket, messages };
}

const openFor = async (user: TestUser, more = '') =>
  connect(`?token=${await tokenOf(user)}${more}`);

async function submit(user: TestUser): Promise<string> {
  const request = await tryonRequest([], { authorization: `Bearer ${user.token}` });
  return (await gateway.app.inject(request)).json().job_id;
}

describe('a WebSocket', () => {
  it('tells a user of their jobs until the end, and nobody else', async () => {
    const [anas, bos] = [await openFor(ana), await openFor(bo)];
    const jobId = await submit(ana);
    const lease = await beginNext(gateway);
    await gateway.jobs.setProgress(lease, { stage: 'pose', progress: 0.25 });
    await announce(gateway, jobId);
    await complete(gateway, lease);
    await expect.poll(() => anas.messages.at(-1)?.status).toBe('completed');
    expect(anas.messages.map(({ status }) => status)).toEqual(['queued', 'running', 'completed']);
    expect(anas.messages[1]).toMatchObject({ job_id: jobId, stage: 'pose', progress: 0.25 });
    expect(anas.messages[2]).toMatchObject({
      job_type: 'try_on',
      user_id: ana.user.id,
      vton_id: null,
      result_s3_key: `jobs/${jobId}/result.png`,
    });
    expect(bos.messages).toEqual([]);
  });

  it('tells of a tailor’s job as what it is, from its first word on', async () => {
    const { messages } = await openFor(ana);
    const vton = (await ana.inject({ method: 'POST', url: '/vton', payload: {} })).json().id;
    const payload = { vton_id: vton, uncleaned_outfit_s3: await upload(ana, 'outfit') };
    const accepted = await ana.inject({ method: 'POST', url: '/jobs/tailor', payload });
    await complete(gateway, await beginNext(gateway, 'tailor'));
    await expect.poll(() => messages.at(-1)?.status).toBe('completed');
    const jobId = accepted.json().job_id;
    for (const message of messages) {
      expect(message).toMatchObject({ job_type: 'outfit_clean', job_id: jobId, vton_id: vton });
    }
    expect(messages.at(-1)?.result_s3_key).toBe(`jobs/${jobId}/result.png`);
  });

  it('says why a job failed', async () => {
    const { messages } = await openFor(ana);
    await submit(ana);
    await fail(gateway, await beginNext(gateway));
    await expect.poll(() => messages.at(-1)?.status).toBe('failed');
    expect(messages.at(-1)?.error).toEqual({ code: 'NO_PERSON', message: 'No person was found.' });
  });

  it('catches a client up that comes again with the last event that it had', async () => {
    const first = await openFor(ana);
    const early = await submit(ana);
    await expect.poll(() => first.messages.length).toBe(1);
    first.socket.terminate();
    await complete(gateway, await beginNext(gateway));
    const late = await submit(ana);

    const { messages } = await openFor(ana, `&last_event_id=${first.messages[0]!.event_id}`);
    await expect.poll(() => messages.length).toBe(2);
    expect(messages.map(({ job_id, status }) => [job_id, status])).toEqual([
      [early, 'completed'],
      [late, 'queued'],
    ]);
  });

  it('takes its token as a protocol too', async () => {
    const { socket } = await connect('', ['proteus', `token.${await tokenOf(ana)}`]);
    expect(socket.protocol).toBe('proteus');
  });

  it('opens for a token once, and never for a wrong one or after logging out', async () => {
    const token = await tokenOf(ana);
    await connect(`?token=${token}`);
    await expect(connect(`?token=${token}`)).rejects.toBe(401);
    await expect(connect('')).rejects.toBe(401);
    await expect(connect(`?token=${ana.token}`)).rejects.toBe(401);
    const unused = await tokenOf(ana);
    await ana.inject({ method: 'POST', url: '/user/logout' });
    await expect(connect(`?token=${unused}`)).rejects.toBe(401);
  });

  it('refuses an event id that is none of ours, and clients that talk too much', async () => {
    await expect(openFor(ana, '&last_event_id=yesterday')).rejects.toBe(400);
    const { socket } = await openFor(ana);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(2_000));
    expect(await closed).toBe(1009);
  });

  it('closes when the server does', async () => {
    const { socket } = await openFor(ana);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await gateway.app.close();
    expect(await closed).toBe(1001);
  });

  it('keeps its token out of the log', async () => {
    const token = await tokenOf(ana);
    await connect(`?token=${token}`);
    expect(gateway.log.join('\n')).not.toContain(token);
  });
});
