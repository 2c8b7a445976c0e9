import { defineConfig } from 'vitest/config';

const TESTS = ['packages/**/*.test.ts', 'samples/**/*.test.ts', 'tests/**/*.test.ts'];
/**
 * Rooms whose tests leave nothing behind for the next file: pure functions, and a gateway that every test builds and closes. A process each
 * would start, and load the room and its libraries, 180 times: as much work as most of the tests themselves.
 */
const SHARING = ['contracts', 'raster', 'neural', 'tryon', 'gateway'].map(
  (room) => `packages/${room}/**/*.test.ts`,
);
const NOT_OURS = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // As the engines run: see EXACT_ARITHMETIC in packages/workers/engine/engine-flags.ts.
    execArgv: ['--no-maglev'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: TESTS, exclude: [...NOT_OURS, ...SHARING] },
      },
      {
        extends: true,
        test: { name: 'shared', include: SHARING, exclude: NOT_OURS, isolate: false },
      },
    ],
  },
});
