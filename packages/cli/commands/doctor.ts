import type { Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';
import type { Check } from '../doctor/run-checks.ts';
import { EXIT } from '../terminal/exit-status.ts';

/** `proteus doctor`: looks at everything that a try-on needs. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check everything that Proteus needs, and say what to do.')
    .option('--json', 'print the findings as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      const { runChecks } = await import('../doctor/run-checks.ts');
      const checks = await runChecks(loadPipeline());
      if (json) console.log(JSON.stringify({ ok: checks.every(({ ok }) => ok), checks }));
      else for (const check of checks) console.log(describe(check));
      if (!checks.every(({ ok }) => ok)) process.exitCode = EXIT.failed;
    });
}

function describe({ name, ok, found, advice }: Check): string {
  const line = `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${found}`;
  return advice === null ? line : `${line}\n      ${''.padEnd(16)} → ${advice}`;
}
