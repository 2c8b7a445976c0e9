import {
  CALM_POLICY,
  LARGEST_BATCH,
  policyModeSchema,
  type WorkPolicy,
} from '@proteus/contracts/config/policy.ts';
import { connectRedis, redisReady } from '../redis/connect-redis.ts';
import type { PolicyStore } from './policy-store.ts';

/** Names that are part of the contract with the outside: people set them by hand, too. */
const BATCH_SIZE = 'config:batch_size';
const DEGRADED = 'config:degraded_mode';
const MODE = 'config:mode';
const START_LIMIT_MS = 3_000;

/** @param prefix what comes before the names; nothing when left out. */
export async function openRedisPolicy(url: string, prefix = ''): Promise<PolicyStore> {
  const client = connectRedis(url);
  await redisReady(client, START_LIMIT_MS);
  const keys = [BATCH_SIZE, DEGRADED, MODE].map((name) => prefix + name);
  let latest = CALM_POLICY;
  return {
    async read() {
      try {
        latest = parse(await client.mget(keys));
      } catch {
        // Away for a while: what it said last is better than to stop.
      }
      return latest;
    },
    async write({ batchSize, degraded, mode }) {
      const values = [String(batchSize), degraded ? '1' : '0', mode];
      await client.mset(Object.fromEntries(keys.map((key, index) => [key, values[index]])));
    },
    async close() {
      client.disconnect();
    },
  };
}

/** Each value on its own: one that is wrong must not take the others along. */
function parse([batchSize, degraded, mode]: readonly (string | null | undefined)[]): WorkPolicy {
  const size = Number(batchSize ?? Number.NaN);
  const isSize = Number.isInteger(size) && size >= 1 && size <= LARGEST_BATCH;
  return {
    batchSize: isSize ? size : CALM_POLICY.batchSize,
    degraded: degraded === '1',
    mode: policyModeSchema.catch(CALM_POLICY.mode).parse(mode),
  };
}
