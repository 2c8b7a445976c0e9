import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileInputs } from './hostile/hostile-inputs.ts';
import { tryInput } from './hostile/try-input.ts';
import { createDataFolder, isReady, QUICK_POSE, startServer, type TestServer } from './server.ts';

/** As many as the server decodes at once. */
const AT_ONCE = 4;
const GROUP_LIMIT_MS = 180_000;
const groups = await hostileInputs();

let folder: Awaited<ReturnType<typeof createDataFolder>>;
let server: TestServer;
let engines: readonly number[];

beforeAll(async () => {
  folder = await createDataFolder();
  server = await startServer(folder.path, {
    // So that also small files get as far as the decoders, and jobs end soon.
    MIN_IMAGE_SIDE: '16',
    ...QUICK_POSE,
  });
  engines = await server.engines();
});

afterAll(async () => {
  await server?.end('SIGKILL');
  await folder?.remove();
});

describe('a server under bad inputs', () => {
  it('is tried with more than two hundred of them', () => {
    expect(Object.values(groups).flat().length).toBeGreaterThan(200);
  });

  it.each(Object.keys(groups))(
    'answers %s with a code, or reads them, and stays up',
    async (group) => {
      const waiting = [...(groups[group] ?? [])];
      const surprises: string[] = [];
      const work = async () => {
        for (let input = waiting.shift(); input; input = waiting.shift()) {
          const { name, verdicts } = input;
          await tryInput(server.address, input).then(
            ({ verdict, end }) => {
              if (!verdicts.includes(verdict)) surprises.push(`${name}: ${verdict}`);
              if (end?.match(/^(ENGINE_|INTERNAL|canceled)/)) surprises.push(`${name}: ${end}`);
            },
            (error) => surprises.push(`${name}: ${error}`),
          );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      expect(surprises).toEqual([]);
      expect(await isReady(server.address)).toBe(true);
    },
    GROUP_LIMIT_MS,
  );

  it('has lost no engine to any of them', async () => {
    expect([...(await server.engines())].sort()).toEqual([...engines].sort());
    expect(server.log()).not.toMatch(/"level":(50|60)/);
  });
});
