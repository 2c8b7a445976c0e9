import { migrateUp } from '../database/migrations.ts';
import { openDatabase } from '../database/open-database.ts';
import { onEveryDatabase } from '../database/testing/test-databases.ts';
import { createDatabaseLeases } from './create-database-leases.ts';
import { testLeases } from './leases.conformance.ts';

onEveryDatabase((createEmpty) =>
  testLeases('this database', async () => {
    const empty = await createEmpty();
    const database = openDatabase(empty.url);
    await migrateUp(database);
    let time = 1_000;
    return {
      leases: createDatabaseLeases(database, () => time),
      async advance(milliseconds) {
        time += milliseconds;
      },
      async close() {
        await database.close();
        await empty.remove();
      },
    };
  }),
);
