import { randomUUID } from 'node:crypto';
import { CALM_POLICY, type WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { TEST_REDIS_URL } from '../testing/test-services.ts';
import { createMemoryPolicy } from './create-memory-policy.ts';
import { openRedisPolicy } from './open-redis-policy.ts';
import type { PolicyStore } from './policy-store.ts';

const SURGE: WorkPolicy = { batchSize: 8, degraded: true, mode: 'SURGE' };

function testPolicyStore(name: string, create: () => Promise<PolicyStore>): void {
  describe(`${name} as a policy store`, () => {
    let store: PolicyStore;
    beforeEach(async () => {
      store = await create();
    });
    afterEach(() => store.close());

    it('holds the defaults until somebody decides', async () => {
      expect(await store.read()).toEqual(CALM_POLICY);
    });

    it('gives back what was decided last', async () => {
      await store.write(SURGE);
      expect(await store.read()).toEqual(SURGE);
      await store.write({ ...SURGE, degraded: false });
      expect(await store.read()).toEqual({ ...SURGE, degraded: false });
    });
  });
}

testPolicyStore('memory', async () => createMemoryPolicy());

describe.skipIf(TEST_REDIS_URL === undefined)('with a server', () => {
  const url = TEST_REDIS_URL ?? '';
  testPolicyStore('Redis', () => openRedisPolicy(url, `test-${randomUUID()}:`));

  it('is shared by processes, and follows the names that people and dashboards know', async () => {
    const prefix = `test-${randomUUID()}:`;
    const [writer, reader] = [
      await openRedisPolicy(url, prefix),
      await openRedisPolicy(url, prefix),
    ];
    const client = new Redis(url);
    onTestFinished(async () => {
      await Promise.all([writer.close(), reader.close()]);
      client.disconnect();
    });
    await writer.write(SURGE);
    expect(await reader.read()).toEqual(SURGE);
    expect(await client.get(`${prefix}config:batch_size`)).toBe('8');
    expect(await client.get(`${prefix}config:degraded_mode`)).toBe('1');
    expect(await client.get(`${prefix}config:mode`)).toBe('SURGE');

    await client.set(`${prefix}config:batch_size`, 'many');
    await client.set(`${prefix}config:mode`, 'PANIC');
    expect(await reader.read()).toEqual({ ...CALM_POLICY, degraded: true });
  });
});

it('answers with the defaults when Redis was never there', async () => {
  const store = await openRedisPolicy('redis://127.0.0.1:1');
  expect(await store.read()).toEqual(CALM_POLICY);
  await expect(store.write(SURGE)).rejects.toThrow();
  await store.close();
});
