import type { Settings } from '@proteus/contracts/config/settings.ts';
import { createMemoryPolicy } from '@proteus/platform/policy/create-memory-policy.ts';
import type { PolicyStore } from '@proteus/platform/policy/policy-store.ts';

/** The policy that arbitrators write to Redis; without one, the calm one holds for ever. */
export async function openPolicy(
  { REDIS_URL }: Settings,
  closers: AsyncDisposableStack,
): Promise<PolicyStore> {
  if (REDIS_URL === undefined) return createMemoryPolicy();
  const { openRedisPolicy } = await import('@proteus/platform/policy/open-redis-policy.ts');
  const policy = await openRedisPolicy(REDIS_URL);
  closers.defer(() => policy.close());
  return policy;
}
