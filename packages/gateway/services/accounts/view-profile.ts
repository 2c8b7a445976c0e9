import type { Profile } from '@proteus/contracts/api/user.ts';
import type { UserRow } from '@proteus/platform/database/users/users-repository.ts';

/** A user as they see themselves. */
export function viewProfile({ id, email, name, createdAt }: UserRow): Profile {
  return { id, email, name, created_at: new Date(createdAt).toISOString() };
}
