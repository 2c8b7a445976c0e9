import { CALM_POLICY } from '@proteus/contracts/config/policy.ts';
import type { PolicyStore } from './policy-store.ts';

/** The policy of one process. */
export function createMemoryPolicy(): PolicyStore {
  let policy = CALM_POLICY;
  return {
    read: async () => policy,
    async write(decided) {
      policy = decided;
    },
    async close() {},
  };
}
