/**
 * The servers that the tests may use, started by `tests/services.sh run`; undefined = not there, and the
 * tests that need one are skipped.
 */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL;
