import type { Crowd, WorkPolicy } from './policy.ts';

/** What an arbitrator reports of itself; it becomes its `/metrics`. */
export interface ArbitratorMetrics {
  /** It looked whether it is to decide; of many one does. */
  looked(isLeader: boolean): void;
  /** It decided, for this crowd; `isNew` when that is not what it decided before. */
  decided(policy: WorkPolicy, crowd: Crowd, isNew: boolean): void;
  /** A look failed: queue, database or Redis are away. */
  failed(): void;
}
