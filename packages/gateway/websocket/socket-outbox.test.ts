import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { expect, it } from 'vitest';
import { type MessageSink, SocketOutbox } from './socket-outbox.ts';

/** A client whose network the test plays: it takes what it is told to take. */
function createSlowSink() {
  const sent: SocketMessage[] = [];
  const pending: (() => void)[] = [];
  const sink: MessageSink & { bufferedAmount: number } = {
    bufferedAmount: 0,
    send(text, done) {
      sent.push(JSON.parse(text));
      pending.push(() => done());
    },
  };
  return {
    sink,
    sent,
    stall: () => {
      sink.bufferedAmount = 1e6;
    },
    recover: () => {
      sink.bufferedAmount = 0;
      for (const done of pending.splice(0)) done();
    },
  };
}

let events = 0;
const message = (job_id: string, changes: Partial<SocketMessage> = {}): SocketMessage => ({
  event_id: `${++events}-${job_id}`,
  job_type: 'try_on',
  job_id,
  user_id: 'ana',
  vton_id: null,
  status: 'running',
  ...changes,
});
const fail = () => {
  throw new Error('must not overflow');
};

it('sends at once while the client keeps up', () => {
  const client = createSlowSink();
  const outbox = new SocketOutbox(client.sink, fail);
  for (const progress of [0.1, 0.2, 0.3]) outbox.post(message('a', { progress }));
  expect(client.sent.map(({ progress }) => progress)).toEqual([0.1, 0.2, 0.3]);
});

it('keeps only the newest of each job for a client that lags', () => {
  const client = createSlowSink();
  const outbox = new SocketOutbox(client.sink, fail);
  outbox.post(message('a', { progress: 0.1 }));
  client.stall();
  for (const progress of [0.2, 0.3]) outbox.post(message('a', { progress }));
  outbox.post(message('b', { progress: 0.5 }));
  outbox.post(message('a', { status: 'completed', progress: 1 }));
  expect(client.sent).toHaveLength(1);
  client.recover();
  expect(client.sent.slice(1).map(({ job_id, status }) => [job_id, status])).toEqual([
    ['a', 'completed'],
    ['b', 'running'],
  ]);
});

it('tells an end once, and no progress after it, but a new beginning', () => {
  const client = createSlowSink();
  const outbox = new SocketOutbox(client.sink, fail);
  const end = message('a', { status: 'failed' });
  outbox.post(end);
  outbox.post(end);
  outbox.post(message('a', { status: 'running' }));
  outbox.post(message('a', { status: 'queued' }));
  outbox.post(message('a', { status: 'running' }));
  expect(client.sent.map(({ status }) => status)).toEqual(['failed', 'queued', 'running']);
});

it('gives a client up that lets too much pile up', () => {
  const client = createSlowSink();
  let overflows = 0;
  const outbox = new SocketOutbox(client.sink, () => overflows++);
  client.stall();
  for (let job = 0; job <= 10_000; job++) outbox.post(message(`job${job}`));
  expect(overflows).toBe(1);
  expect(client.sent).toEqual([]);
});
