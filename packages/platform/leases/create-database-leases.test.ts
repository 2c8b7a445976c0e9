import { migrateUp } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { createDatabaseLeases } from './create-database-leases.ts';
import { testLeases } from './leases.conformance.ts';

testLeases('SQLite', async () => {
  const database = openDatabase('sqlite::memory:');
  await migrateUp(database);
  let time = 1_000;
  return {
    leases: createDatabaseLeases(database, () => time),
    async advance(milliseconds) {
      time += milliseconds;
    },
    close: () => database.close(),
  };
});
