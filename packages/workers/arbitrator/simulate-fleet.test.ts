import { describe, expect, it } from 'vitest';
import { ARRIVAL_TRACES } from './arrival-traces.ts';
import { DEFAULT_RULES } from './decide-policy.ts';
import { type FleetModel, simulateFleet } from './simulate-fleet.ts';

/**
 * Two weavers with one engine each. On a CPU a pass is a few milliseconds of hand-over, and each of its jobs takes
 * its time (1.9 s; at 512 pixels 0.58 of it); on a GPU the pass costs much and further jobs cost little.
 */
const MODELS = {
  cpu: { weavers: 2, passMs: 30, jobMs: 1_900, batchWaitMs: 500, degradedShare: 0.58 },
  gpu: { weavers: 2, passMs: 1_200, jobMs: 300, batchWaitMs: 500, degradedShare: 0.45 },
} satisfies Record<string, FleetModel>;
type Machine = keyof typeof MODELS;
const MACHINES = ['cpu', 'gpu'] as const;

const run = (trace: string, machine: Machine) =>
  [null, DEFAULT_RULES].map((rules) =>
    simulateFleet(ARRIVAL_TRACES[trace]!, MODELS[machine], rules),
  );

describe('arbitration', () => {
  it.each(MACHINES)('does no harm while it is calm (%s)', (machine) => {
    const [without, withIt] = run('steady', machine);
    expect(withIt!.meanWaitMs).toBeLessThanOrEqual(without!.meanWaitMs);
    expect(withIt!.degradedShare).toBe(0);
  });

  it.each(MACHINES)('shortens the waits of a spike and of a surge (%s)', (machine) => {
    // Where batches gain nothing only the lower resolution does, and a surge may be more than it can carry.
    const shareLeft = { cpu: 0.8, gpu: 0.34 }[machine];
    for (const trace of ['spike', 'surge']) {
      const [without, withIt] = run(trace, machine);
      expect(withIt!.meanWaitMs).toBeLessThan(without!.meanWaitMs * shareLeft);
      expect(withIt!.p99WaitMs).toBeLessThan(without!.p99WaitMs * shareLeft);
      expect(withIt!.throughput).toBeGreaterThanOrEqual(without!.throughput);
    }
  });

  it.each(MACHINES)(
    'does not flap: a handful of changes in ten minutes of surge (%s)',
    (machine) => {
      const [, withIt] = run('surge', machine);
      expect(withIt!.changes).toBeLessThan(40);
    },
  );

  it('waits for company no longer than it may', () => {
    const [alone] = [simulateFleet([0], MODELS.gpu, { ...DEFAULT_RULES, steps: EAGER })];
    expect(alone!.meanWaitMs).toBe(MODELS.gpu.batchWaitMs);
  });

  it('keeps every job, and the order of their arrival', () => {
    for (const arrivals of Object.values(ARRIVAL_TRACES)) {
      expect(simulateFleet(arrivals, MODELS.gpu, DEFAULT_RULES).jobs).toBe(arrivals.length);
      expect([...arrivals].sort((a, b) => a - b)).toEqual(arrivals);
    }
  });
});

/** Batches of four whatever the depth. */
const EAGER = [{ upTo: Number.POSITIVE_INFINITY, batchSize: 4, mode: 'THROUGHPUT' as const }];
