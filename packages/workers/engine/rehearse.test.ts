import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { expect, it } from 'vitest';
import { rehearse } from './rehearse.ts';
import type { TryOnTask } from './task.ts';

it('dresses each pair small, in the network that jobs will use, and stops when told', async () => {
  const config = pipelineConfigSchema.parse({ pose: { network: 'lite' } });
  const limits = { maxBytes: 1e8, maxPixels: 1e8, minSide: 1, decodeTimeMs: 20_000 };
  const pairs = [1, 2].map((n) => ({ person: Uint8Array.of(n), garment: Uint8Array.of(10 + n) }));
  const dressed: TryOnTask[] = [];
  const signals = new Set<AbortSignal>();
  const works = rehearse({ when: 'idle', pairs, limits }, config, async (task, signal) => {
    dressed.push(task);
    signals.add(signal);
  });
  const { signal } = new AbortController();
  for (const work of works) await work(signal);
  expect(dressed.map(({ person, garment }) => [person[0], garment[0]])).toEqual([
    [1, 11],
    [2, 12],
  ]);
  expect(dressed[0]!.config.pose.network).toBe('lite');
  expect(dressed[0]!.config.work.res_long).toBeLessThan(config.work.res_long);
  expect([...signals]).toEqual([signal]);
});
