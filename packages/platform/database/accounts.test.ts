import { migrateUp } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { onEveryDatabase } from './testing/test-databases.ts';
import { testUsersRepository } from './users/users-repository.conformance.ts';
import { testVtonsRepository } from './vtons/vtons-repository.conformance.ts';

onEveryDatabase((createEmpty) => {
  async function open() {
    const empty = await createEmpty();
    const database = openDatabase(empty.url);
    await migrateUp(database);
    return {
      ...database,
      async close() {
        await database.close();
        await empty.remove();
      },
    };
  }
  testUsersRepository('this database', open);
  testVtonsRepository('this database', open);
});
