/** The command line was called with something that cannot be; ends with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
