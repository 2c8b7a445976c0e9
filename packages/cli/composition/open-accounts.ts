import type { Settings } from '@proteus/contracts/config/settings.ts';
import { createTokens, type Tokens } from '@proteus/gateway/auth/tokens.ts';
import { eraseUser } from '@proteus/platform/accounts/erase-user.ts';
import { loadSecret } from '@proteus/platform/config/load-secret.ts';
import { createUsersRepository } from '@proteus/platform/database/users/create-users-repository.ts';
import type { UsersRepository } from '@proteus/platform/database/users/users-repository.ts';
import { createVtonsRepository } from '@proteus/platform/database/vtons/create-vtons-repository.ts';
import type { VtonsRepository } from '@proteus/platform/database/vtons/vtons-repository.ts';
import type { AttemptThrottle } from '@proteus/platform/throttle/attempt-throttle.ts';
import { createMemoryThrottle } from '@proteus/platform/throttle/create-memory-throttle.ts';
import type { Services } from './services.ts';

/** Everything about people that the gateway works with. */
export interface Accounts {
  readonly users: UsersRepository;
  readonly vtons: VtonsRepository;
  readonly tokens: Tokens;
  readonly throttle: AttemptThrottle;
  readonly eraseTraces: (userId: string) => void;
}

/** Shared by all gateways where there is a Redis. */
async function openThrottle(
  { REDIS_URL }: Settings,
  closers: AsyncDisposableStack,
): Promise<AttemptThrottle> {
  if (REDIS_URL === undefined) return createMemoryThrottle();
  const { openRedisThrottle } = await import('@proteus/platform/throttle/open-redis-throttle.ts');
  const throttle = await openRedisThrottle(REDIS_URL);
  closers.defer(() => throttle.close());
  return throttle;
}

/** What an erasure may take before it is left to the janitor. */
const ERASURE_LIMIT_MS = 60_000;

/** Puts together what accounts need; the signing secret is made at the first start. */
export async function openAccounts(
  { settings, database, jobs, store, logger }: Services,
  closers: AsyncDisposableStack,
): Promise<Accounts> {
  const { secret, madeIn } = await loadSecret({
    name: 'jwt-secret',
    given: settings.JWT_SECRET,
    folder: settings.DATA_DIR,
  });
  if (madeIn !== null) logger.info({ file: madeIn }, 'made a secret that signs logins');
  const users = createUsersRepository(database);
  const closing = new AbortController();
  const erasures = new Set<Promise<void>>();
  closers.defer(async () => {
    closing.abort();
    await Promise.all(erasures);
  });

  const erase = async (userId: string) => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(ERASURE_LIMIT_MS)]);
    try {
      await eraseUser({ users, jobs, store }, userId, signal);
    } catch (error) {
      logger.warn({ err: error }, 'an erasure is left to the janitor');
    }
  };
  return {
    users,
    vtons: createVtonsRepository(database),
    tokens: createTokens(secret, Date.now),
    throttle: await openThrottle(settings, closers),
    eraseTraces(userId) {
      const erasure = erase(userId).finally(() => erasures.delete(erasure));
      erasures.add(erasure);
    },
  };
}
