/** Everything that a user uploaded lies below this key, so that it can be deleted together. */
export function userPrefix(userId: string): string {
  return `users/${userId}/`;
}

/** Where an upload lies. @param extension without a dot. */
export function uploadKey(userId: string, uploadId: string, extension: string): string {
  return `${userPrefix(userId)}uploads/${uploadId}.${extension}`;
}
