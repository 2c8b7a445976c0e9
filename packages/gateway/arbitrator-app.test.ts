import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArbitratorApp } from './arbitrator-app.ts';
import {
  createArbitratorMetrics,
  type ExposedArbitratorMetrics,
} from './metrics/arbitrator-metrics.ts';
import { createTestLogger } from './testing/test-logger.ts';

let metrics: ExposedArbitratorMetrics;
let app: FastifyInstance;
beforeEach(async () => {
  metrics = createArbitratorMetrics();
  app = await createArbitratorApp(metrics, createTestLogger().logger);
});
afterEach(() => app.close());

const lines = async () => {
  const { body, headers } = await app.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  return body.split('\n').filter((line) => /^vfr_/.test(line));
};

describe('an arbitrator’s server', () => {
  it('shows what was decided, for what crowd, and how often', async () => {
    const policy = { batchSize: 4, degraded: true, mode: 'EMERGENCY' } as const;
    metrics.looked(true);
    metrics.decided(policy, { depth: 20, waitMs: 12_500 }, true);
    metrics.decided(policy, { depth: 21, waitMs: 12_500 }, false);
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'vfr_arbitrator_leader 1',
        'vfr_arbitrator_depth 21',
        'vfr_arbitrator_wait_seconds 12.5',
        'vfr_policy_batch_size 4',
        'vfr_policy_degraded 1',
        'vfr_policy_mode{mode="EMERGENCY"} 1',
        'vfr_policy_mode{mode="LATENCY"} 0',
        'vfr_arbitrator_decisions_total 2',
        'vfr_arbitrator_changes_total 1',
        'vfr_arbitrator_failures_total 0',
      ]),
    );
  });

  it('keeps no figures of a time when it decided', async () => {
    metrics.looked(true);
    metrics.decided(
      { batchSize: 4, degraded: false, mode: 'THROUGHPUT' },
      { depth: 20, waitMs: 1 },
      true,
    );
    metrics.looked(false);
    const names = (await lines()).map((line) => line.split(/[ {]/)[0]);
    expect(names).toContain('vfr_arbitrator_leader');
    for (const name of ['vfr_policy_batch_size', 'vfr_policy_mode', 'vfr_arbitrator_depth']) {
      expect(names).not.toContain(name);
    }
  });

  it('is not ready while its looks fail, but lives', async () => {
    const status = async (url: string) => (await app.inject(url)).statusCode;
    expect(await status('/health/ready')).toBe(200);
    metrics.failed();
    expect([await status('/health'), await status('/health/ready')]).toEqual([200, 503]);
    metrics.looked(false);
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/elsewhere')).toBe(404);
  });
});
