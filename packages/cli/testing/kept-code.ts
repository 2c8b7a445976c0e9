import { fileURLToPath } from 'node:url';

/**
 * Has Node keep the program's code for all tests, in the checkout, as it does for a user in the user's cache: to take types out and compile for
 * every process took a good part of all tests' time.
 */
export const KEPT_CODE = {
  NODE_COMPILE_CACHE: fileURLToPath(
    new URL('../../../node_modules/.cache/proteus-tests/code', import.meta.url),
  ),
} as const;
