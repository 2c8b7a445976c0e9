/** Prints what becomes of every bad input: a table of code, status and count; with `--all`, each. */
import { hostileInputs } from './hostile/hostile-inputs.ts';
import { tryInput } from './hostile/try-input.ts';
import { createDataFolder, QUICK_POSE, startServer } from './server.ts';

const folder = await createDataFolder();
const server = await startServer(folder.path, { MIN_IMAGE_SIDE: '16', ...QUICK_POSE });
const counts = new Map<string, number>();
try {
  for (const [group, inputs] of Object.entries(await hostileInputs())) {
    for (const input of inputs) {
      const { verdict, status, end } = await tryInput(server.address, input).catch((error) => ({
        verdict: String(error),
        status: 0,
        end: null,
      }));
      const outcome = `${status} | ${verdict}${end === null ? '' : `, then ${end}`}`;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (process.argv.includes('--all')) console.log(`${group} | ${input.name} | ${outcome}`);
    }
  }
} finally {
  await server.end('SIGKILL');
  await folder.remove();
}
console.log('| status | code | count |\n|---|---|---|');
for (const [outcome, count] of [...counts].sort()) console.log(`| ${outcome} | ${count} |`);
