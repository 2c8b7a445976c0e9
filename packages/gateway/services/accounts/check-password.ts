import { ProteusError } from '@proteus/contracts/errors.ts';
import { hashPassword, verifyPassword } from '@proteus/platform/accounts/password-hash.ts';
import type { UserRow } from '@proteus/platform/database/users/users-repository.ts';

/** The hash of a password that nobody has: to check against it takes as long as against a real one. */
let nobody: Promise<string> | null = null;

/**
 * The user, when the password is theirs. Takes the same time whether or not there is such a user.
 *
 * @throws {ProteusError} LOGIN_FAILED, whichever of both is wrong.
 */
export async function checkPassword(user: UserRow | null, password: string): Promise<UserRow> {
  nobody ??= hashPassword(crypto.randomUUID());
  const matches = await verifyPassword(password, user?.passwordHash ?? (await nobody));
  if (user === null || !matches) throw new ProteusError('LOGIN_FAILED');
  return user;
}
