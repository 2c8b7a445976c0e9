import { Redis, type RedisOptions } from 'ioredis';

const CONNECT_TIMEOUT_MS = 2_000;
/** A server that is frozen is noticed this soon; some requests ask twice. */
const COMMAND_TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const KEEP_ALIVE_MS = 10_000;

/** What every connection does: come back by itself after an outage, with growing pauses and some jitter. */
const RECONNECTING = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  keepAlive: KEEP_ALIVE_MS,
  retryStrategy: (times) =>
    Math.min(FIRST_PAUSE_MS * 2 ** Math.min(times, 10), LONGEST_PAUSE_MS) * (0.5 + Math.random()),
} satisfies RedisOptions;

/**
 * A connection for commands. During an outage they fail at once instead of waiting for its end.
 *
 * @param url `redis://…`, or `rediss://…` with TLS.
 */
export function connectRedis(url: string): Redis {
  return quiet(
    new Redis(url, {
      ...RECONNECTING,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
    }),
  );
}

/** A connection that waits: for messages or for work. What it asked for is asked again after an outage. */
export function connectWaitingRedis(url: string): Redis {
  return quiet(new Redis(url, { ...RECONNECTING, maxRetriesPerRequest: null }));
}

/** Resolves when the connection is ready, or after so many milliseconds without it. */
export async function redisReady(client: Redis, limitMs: number): Promise<void> {
  if (client.status === 'ready') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  client.once('ready', resolve);
  await promise;
  client.off('ready', resolve);
  clearTimeout(timer);
}

/** That a connection broke is told by the next command; without a listener it would be written to the console. */
function quiet(client: Redis): Redis {
  return client.on('error', () => {});
}
