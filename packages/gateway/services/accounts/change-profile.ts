import type { UpdateProfile } from '@proteus/contracts/api/user.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { hashPassword } from '@proteus/platform/accounts/password-hash.ts';
import type { UserRow } from '@proteus/platform/database/users/users-repository.ts';
import type { GatewayContext } from '../../context.ts';
import { checkPassword } from './check-password.ts';

/**
 * Changes what is given. Address and password need the current password, and a new password ends
 * every login but the one that changed it.
 *
 * @throws {ProteusError} INVALID_REQUEST when the current password is missing, LOGIN_FAILED when it
 *   is wrong, EMAIL_TAKEN, UNAUTHORIZED when the user is gone.
 */
export async function changeProfile(
  { users }: GatewayContext,
  user: UserRow,
  sessionId: string,
  { name, email, password, current_password: current }: UpdateProfile,
): Promise<UserRow> {
  if (email !== undefined || password !== undefined) {
    if (current === undefined) {
      const message = 'is needed to change the e-mail address or the password';
      throw new ProteusError('INVALID_REQUEST', {
        details: [{ path: 'current_password', message }],
      });
    }
    await checkPassword(user, current);
  }
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const changed = await users.update(user.id, { name, email, passwordHash });
  if (changed === null) throw new ProteusError('UNAUTHORIZED');
  if (password !== undefined) await users.endOtherSessions(user.id, sessionId);
  return changed;
}
