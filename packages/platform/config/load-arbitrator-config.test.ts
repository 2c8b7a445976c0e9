import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arbitratorConfigSchema } from '@proteus/contracts/config/arbitrator.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadArbitratorConfig } from './load-arbitrator-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proteus-arbitrator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(text: string, environment: Record<string, string> = {}) {
  const path = join(folder, 'arbitrator.yaml');
  writeFileSync(path, text);
  return loadArbitratorConfig(path, environment);
}

it('has the contract\u2019s lines as its defaults, as the file beside the pipeline\u2019s says', () => {
  const defaults = arbitratorConfigSchema.parse({});
  expect(defaults).toMatchObject({ interval_ms: 500, window_s: 60, wait_limit_s: 10 });
  expect(defaults.steps.map(({ up_to, batch_size }) => [up_to, batch_size])).toEqual([
    [10, 1],
    [50, 4],
    [undefined, 8],
  ]);
  const shipped = new URL('../../../configs/arbitrator.yaml', import.meta.url);
  expect(loadArbitratorConfig(fileURLToPath(shipped), {})).toEqual(defaults);
});

it('takes lines from the file and from the environment', () => {
  const text =
    'steps:\n  - { up_to: 3, batch_size: 2, mode: LATENCY }\n  - { batch_size: 16, mode: SURGE }\n';
  const config = load(text, { ARBITRATOR__WAIT_LIMIT_S: '20', ARBITRATOR__CALM__FOR_S: '1' });
  expect(config.steps.at(-1)).toEqual({ batch_size: 16, mode: 'SURGE' });
  expect([config.wait_limit_s, config.calm]).toEqual([20, { share: 0.6, for_s: 1 }]);
});

it.each([
  [
    'steps that do not grow',
    'steps: [{ up_to: 9, batch_size: 1, mode: LATENCY }, { up_to: 9, batch_size: 2, mode: SURGE }, { batch_size: 4, mode: SURGE }]',
    /steps .*must grow/,
  ],
  [
    'steps without an end',
    'steps: [{ up_to: 9, batch_size: 1, mode: LATENCY }]',
    /steps .*last step/,
  ],
  [
    'a batch that no engine takes',
    'steps: [{ batch_size: 1000, mode: SURGE }]',
    /steps\.0\.batch_size/,
  ],
  ['a mode of its own', 'steps: [{ batch_size: 1, mode: EMERGENCY }]', /steps\.0\.mode/],
  ['a key that there is none', 'waitlimit: 3', /waitlimit .*no such key/],
])('refuses %s, by name', (_what, text, message) => {
  expect(() => load(text)).toThrow(message);
});
