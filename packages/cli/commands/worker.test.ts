import { expect, it } from 'vitest';
import { runProteus } from '../testing/run-proteus.ts';
import { testFolder } from '../testing/test-folder.ts';

it.each([
  [['worker', 'tailor'], 'A tailor works together with other processes'],
  [['worker', 'weaver'], 'A weaver works together with other processes'],
  [['serve', '--roles', 'gateway,tailor'], 'A server of gateway, tailor alone works together'],
  [['arbitrator'], 'The arbitrator works together with other processes'],
])('%j needs what the processes share, and says what', async (parameters, message) => {
  const environment = { DATA_DIR: await testFolder() };
  const { status, stderr } = await runProteus(parameters, { environment });
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain('REDIS_URL');
});

it.each([
  [['worker'], 'kind'],
  [['worker', 'cook'], 'weaver, tailor'],
  [['serve', '--roles', 'cook'], '"cook" is no role'],
])('%j is refused, and says what there is', async (parameters, message) => {
  const { status, stderr } = await runProteus(parameters);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
