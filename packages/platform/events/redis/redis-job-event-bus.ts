import type { JobEvent } from '@proteus/contracts/events/job-event.ts';
import {
  type SocketMessage,
  socketMessageSchema,
} from '@proteus/contracts/events/socket-message.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import { connectRedis, connectWaitingRedis, redisReady } from '../../redis/connect-redis.ts';
import { messageOf } from '../describe-event.ts';
import type { JobEventBus } from '../job-event-bus.ts';
import { createMemoryJobEventBus } from '../memory/memory-job-event-bus.ts';
import { createProgressLimit } from '../progress-limit.ts';

/** Names that are part of the contract with the outside. */
const DONE = 'events:job_done';
const PROGRESS = 'events:job_progress';
/** A server that is away at the start may come later. */
const START_LIMIT_MS = 3_000;

export interface RedisBusOptions {
  readonly url: string;
  /** What comes before the channels' names; nothing when left out. */
  readonly prefix?: string;
  /** What goes over the wire: the WebSocket's message; null = nothing more is to be said of the job. */
  readonly describe: (event: JobEvent) => Promise<SocketMessage | null>;
  /** Is told when a listener throws, or a message is none of ours; the others hear theirs all the same. */
  readonly onError: (error: unknown) => void;
}

/**
 * A bus between processes, over Redis, in the words of the WebSocket. During an outage events are lost (subscribers read the rows); after
 * it the subscriptions are there again.
 */
export async function openRedisJobEventBus(options: RedisBusOptions): Promise<JobEventBus> {
  const { url, prefix = '', describe, onError } = options;
  const [commands, messages] = [connectRedis(url), connectWaitingRedis(url)];
  const local = createMemoryJobEventBus(onError);
  const mayPass = createProgressLimit(() => performance.now());
  messages.on('message', (_channel: string, text: string) => {
    const event = readEvent(text);
    if (event === null) onError(new Error('a message on the bus is no job event'));
    // It resolves when every listener was called, and never rejects.
    else void local.publish(event);
  });
  // Repeated by the client after every outage; it is pending as long as the server is away.
  const subscribed = messages.subscribe(prefix + DONE, prefix + PROGRESS).catch(onError);
  await Promise.all([
    redisReady(commands, START_LIMIT_MS),
    Promise.race([subscribed, redisReady(messages, START_LIMIT_MS)]),
  ]);
  if (messages.status === 'ready') await subscribed;

  return {
    async publish(event) {
      if (!mayPass(event)) return;
      const channel = isFinal(event.status) ? DONE : PROGRESS;
      const message = await describe(event).catch((error: unknown) => {
        // Whoever waits for the end must hear of it, if not all about it.
        onError(error);
        return messageOf(event, null, Date.now());
      });
      if (message !== null) await commands.publish(prefix + channel, JSON.stringify(message));
    },
    subscribe: local.subscribe,
    next: local.next,
    async close() {
      await local.close();
      for (const client of [commands, messages]) client.disconnect();
    },
  };
}

/** Others who publish need no ids for their messages. */
const wireSchema = socketMessageSchema.partial({ event_id: true, vton_id: true });

function readEvent(text: string): JobEvent | null {
  try {
    const message = wireSchema.parse(JSON.parse(text));
    const { job_id, job_type, user_id, status, stage, progress, error } = message;
    return {
      job_id,
      job_type,
      owner_id: user_id,
      status,
      stage: stage ?? null,
      progress: progress ?? 0,
      error_code: error?.code ?? null,
    };
  } catch {
    return null;
  }
}
