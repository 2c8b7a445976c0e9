import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'samples/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // As the engines run: see EXACT_ARITHMETIC in packages/workers/engine/engine-flags.ts.
    execArgv: ['--no-maglev'],
    maxWorkers: 2,
  },
});
