/** Everything that users uploaded. */
export const USERS_PREFIX = 'users/';

/** Everything that a user uploaded lies below this key, so that it can be deleted together. */
export function userPrefix(userId: string): string {
  return `${USERS_PREFIX}${userId}/`;
}

/** Where an upload lies. @param extension without a dot. */
export function uploadKey(userId: string, uploadId: string, extension: string): string {
  return `${userPrefix(userId)}uploads/${uploadId}.${extension}`;
}

/** Whose upload lies under a key; null when it is none. */
export function uploaderOf(key: string): string | null {
  return /^users\/([^/]+)\/uploads\//.exec(key)?.[1] ?? null;
}
