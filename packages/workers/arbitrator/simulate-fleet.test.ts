import { describe, expect, it } from 'vitest';
import { ARRIVAL_TRACES } from './arrival-traces.ts';
import { DEFAULT_RULES } from './decide-policy.ts';
import { type FleetModel, simulateFleet } from './simulate-fleet.ts';

/** Two weavers whose pass costs much and whose further jobs cost little, as on a GPU. */
const MODEL: FleetModel = { weavers: 2, passMs: 1_200, jobMs: 300, degradedShare: 0.45 };
const run = (trace: string, rules = DEFAULT_RULES) =>
  [null, rules].map((chosen) => simulateFleet(ARRIVAL_TRACES[trace]!, MODEL, chosen));

describe('arbitration', () => {
  it('changes nothing while it is calm', () => {
    const [without, withIt] = run('steady');
    expect(withIt!.degradedShare).toBe(0);
    expect(withIt!.meanWaitMs).toBeLessThanOrEqual(without!.meanWaitMs);
  });

  it.each(['spike', 'surge'])('shortens the waits of a %s many times over', (trace) => {
    const [without, withIt] = run(trace);
    expect(withIt!.meanWaitMs).toBeLessThan(without!.meanWaitMs / 3);
    expect(withIt!.p99WaitMs).toBeLessThan(without!.p99WaitMs / 2);
    expect(withIt!.throughput).toBeGreaterThanOrEqual(without!.throughput);
  });

  it('does not flap: a handful of changes in ten minutes of surge', () => {
    const [, withIt] = run('surge');
    expect(withIt!.changes).toBeLessThan(40);
  });

  it('keeps every job, and the order of their arrival', () => {
    for (const arrivals of Object.values(ARRIVAL_TRACES)) {
      expect(simulateFleet(arrivals, MODEL, DEFAULT_RULES).jobs).toBe(arrivals.length);
      expect([...arrivals].sort((a, b) => a - b)).toEqual(arrivals);
    }
  });
});
