import { UsageError } from '../terminal/usage-error.ts';

/** What a process of Proteus may do: answer requests, try garments on, cut garments out. */
export const ROLES = ['gateway', 'weaver', 'tailor'] as const;
export type Role = (typeof ROLES)[number];
export type Roles = ReadonlySet<Role>;

/** One process that needs no other. */
export const ALL_ROLES: Roles = new Set(ROLES);

/**
 * Reads a list such as `gateway,tailor`.
 *
 * @throws {UsageError} that names what is no role.
 */
export function parseRoles(list: string): Roles {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !isRole(name));
  if (unknown.length > 0) {
    const quoted = unknown.map((name) => `"${name}"`).join(', ');
    throw new UsageError(`${quoted} is no role; there are: ${ROLES.join(', ')}.`);
  }
  return new Set(names.filter(isRole));
}

function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}
