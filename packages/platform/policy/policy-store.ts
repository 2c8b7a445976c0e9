import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';

/** Where the policy in force is kept, for all processes. */
export interface PolicyStore {
  /**
   * What was decided last; what was never decided, or is no valid decision, is as in `CALM_POLICY`. A store
   * that is away answers with what it said last.
   */
  read(): Promise<WorkPolicy>;
  /** @throws {Error} when the store is away. */
  write(policy: WorkPolicy): Promise<void>;
  close(): Promise<void>;
}
