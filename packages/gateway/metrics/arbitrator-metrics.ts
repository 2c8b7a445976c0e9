import type { ArbitratorMetrics } from '@proteus/contracts/config/arbitrator-metrics.ts';
import { policyModeSchema } from '@proteus/contracts/config/policy.ts';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** The measurements of an arbitrator, and how it is. */
export interface ExposedArbitratorMetrics extends ArbitratorMetrics {
  /** Whether its last look succeeded. */
  readonly isWell: () => boolean;
  /** @returns the text that Prometheus reads, and its content type. */
  expose(): Promise<{ readonly text: string; readonly contentType: string }>;
}

/** Starts measuring. What only the one that decides can know is left out by the others. */
export function createArbitratorMetrics(): ExposedArbitratorMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });

  const leader = gauge('vfr_arbitrator_leader', '1 on the one of many that decides.');
  const depth = gauge('vfr_arbitrator_depth', 'Jobs that wait, as it saw them last.');
  const wait = gauge('vfr_arbitrator_wait_seconds', 'Average wait of late, as it saw it last.');
  const batchSize = gauge('vfr_policy_batch_size', 'Jobs that weavers are to take at once.');
  const degraded = gauge('vfr_policy_degraded', '1 when pictures are worked on at 512 pixels.');
  const mode = new Gauge({
    name: 'vfr_policy_mode',
    help: '1 for the mode in force.',
    labelNames: ['mode'],
    registers,
  });
  const decisions = counter('vfr_arbitrator_decisions_total', 'Looks at which it decided.');
  const changes = counter('vfr_arbitrator_changes_total', 'Decisions that were new.');
  const failures = counter('vfr_arbitrator_failures_total', 'Looks that failed.');
  const ofLeader = [depth, wait, batchSize, degraded];
  const forget = () => {
    for (const measured of ofLeader) measured.remove();
    mode.reset();
  };
  forget();
  let isWell = true;

  return {
    isWell: () => isWell,
    looked(isLeader) {
      isWell = true;
      leader.set(isLeader ? 1 : 0);
      if (!isLeader) forget();
    },
    decided(policy, crowd, isNew) {
      depth.set(crowd.depth);
      wait.set(crowd.waitMs / 1_000);
      batchSize.set(policy.batchSize);
      degraded.set(policy.degraded ? 1 : 0);
      for (const name of policyModeSchema.options) {
        mode.set({ mode: name }, name === policy.mode ? 1 : 0);
      }
      decisions.inc();
      if (isNew) changes.inc();
    },
    failed() {
      isWell = false;
      failures.inc();
    },
    expose: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
