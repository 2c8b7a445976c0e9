/** The command line: `main.ts` imports it when code may be kept. Commands import what they do where they do it, so that none waits for the others'. */
import { Command, CommanderError } from 'commander';
import { addArbitratorCommand } from './commands/arbitrator.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addCleanCommand } from './commands/clean.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addSeedCommand } from './commands/seed.ts';
import { addServeCommand } from './commands/serve.ts';
import { addTryonCommand } from './commands/tryon.ts';
import { addWorkerCommand } from './commands/worker.ts';
import { EXIT } from './terminal/exit-status.ts';
import { reportFailure } from './terminal/report-failure.ts';

const program = new Command('proteus')
  .description('A virtual fitting room that you run yourself.')
  .version('0.1.0')
  .showHelpAfterError('(proteus <command> --help tells more)')
  .exitOverride();

addTryonCommand(program);
addCleanCommand(program);
addServeCommand(program);
addWorkerCommand(program);
addArbitratorCommand(program);
addDemoCommand(program);
addSeedCommand(program);
addMigrateCommand(program);
addDoctorCommand(program);
addBenchCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
  else process.exitCode = reportFailure(error, process.argv.includes('--json'));
}
