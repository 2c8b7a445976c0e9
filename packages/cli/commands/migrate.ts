import type { Database } from '@proteus/platform/database/database.ts';
import type { Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';

/** `proteus migrate`: the database's tables. */
export function addMigrateCommand(program: Command): void {
  const migrate = program.command('migrate').description("Bring the database's tables up to date.");
  migrate
    .command('up', { isDefault: true })
    .description('run the migrations that are missing')
    .option('--json', 'print the outcome as JSON', false)
    .action(({ json }: { json: boolean }) => withDatabase((database) => up(database, json)));
  migrate
    .command('status')
    .description('list the migrations and whether they were run')
    .option('--json', 'print the outcome as JSON', false)
    .action(({ json }: { json: boolean }) => withDatabase((database) => status(database, json)));
}

async function up(database: Database, json: boolean): Promise<void> {
  const { migrateUp } = await import('@proteus/platform/database/migrations.ts');
  const done = await migrateUp(database);
  if (json) console.log(JSON.stringify({ migrated: done }));
  else if (done.length === 0) console.log('The database is up to date.');
  else for (const name of done) console.log(`ran ${name}`);
}

async function status(database: Database, json: boolean): Promise<void> {
  const { migrationStatus } = await import('@proteus/platform/database/migrations.ts');
  const migrations = await migrationStatus(database);
  if (json) console.log(JSON.stringify({ migrations }));
  else
    for (const { name, executedAt } of migrations)
      console.log(`${name}  ${executedAt ?? 'missing'}`);
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { openDatabaseToMigrate } = await import('../composition/open-current-database.ts');
  const database = openDatabaseToMigrate(loadPipeline().settings);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
