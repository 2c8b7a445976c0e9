import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import { createEventDescriber } from '@proteus/platform/events/describe-event.ts';
import { describeJob } from '@proteus/platform/events/describe-job.ts';
import type { WebSocket } from 'ws';
import type { GatewayContext } from '../context.ts';
import { SocketOutbox } from './socket-outbox.ts';

/** The user on the other side, and the login that the socket belongs to. */
export interface SocketOwner {
  readonly userId: string;
  readonly sessionId: string;
  /** The last event that the client had, milliseconds since the epoch; null = none. */
  readonly since: number | null;
}

const HEARTBEAT_MS = 30_000;
/** How far back a client that comes again is told. */
const REPLAY_MS = 10 * 60_000;
/** Rows' times may come from other machines' clocks. */
const CLOCK_SKEW_MS = 2_000;
const MOST_REPLAYED = 1_000;

/** "Try again later": the client is too slow, or its news could not be read. */
const CLOSE_TRY_AGAIN = 1013;
const CLOSE_GOING_AWAY = 1001;
const CLOSE_LOGGED_OUT = 4401;

/**
 * Tells one client how its user's jobs go, until it leaves, stops answering, or its login ends.
 *
 * Live events are listened to before the past is read, so that nothing falls between.
 */
export function serveSocket(context: GatewayContext, socket: WebSocket, owner: SocketOwner): void {
  const { events, users, logger, closing } = context;
  const outbox = new SocketOutbox(socket, () => socket.close(CLOSE_TRY_AGAIN));
  const describe = createEventDescriber(context);
  let isAlive = true;

  const fail = (error: unknown) => {
    logger.warn({ err: error }, 'a socket’s news could not be read');
    socket.close(CLOSE_TRY_AGAIN);
  };

  async function tellEvent(event: JobEvent): Promise<void> {
    const message = await describe(event);
    if (message !== null) outbox.post(message);
  }

  async function replay(since: number): Promise<void> {
    const from = Math.max(since - CLOCK_SKEW_MS, context.clock() - REPLAY_MS);
    const changed = await context.jobs.listChanged(owner.userId, from, MOST_REPLAYED);
    for (const job of changed) {
      outbox.post(describeJob(job, await context.vtons.findIdByJob(job.id, owner.userId)));
    }
  }

  // One after the other, so that a job's news arrive in the order in which they happened.
  let telling = owner.since === null ? Promise.resolve() : replay(owner.since).catch(fail);
  const unsubscribe = events.subscribe({ ownerId: owner.userId }, (event) => {
    telling = telling.then(() => tellEvent(event)).catch(fail);
  });

  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
    users.findSession(owner.sessionId).then((session) => {
      if (session === null) socket.close(CLOSE_LOGGED_OUT);
    }, fail);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const leave = () => socket.close(CLOSE_GOING_AWAY);
  closing.addEventListener('abort', leave, { once: true });

  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));
  socket.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
    closing.removeEventListener('abort', leave);
  });
}
