import { migrateUp } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { testUsersRepository } from './users/users-repository.conformance.ts';
import { testVtonsRepository } from './vtons/vtons-repository.conformance.ts';

const openSqlite = async () => {
  const database = openDatabase('sqlite::memory:');
  await migrateUp(database);
  return database;
};

testUsersRepository('SQLite', openSqlite);
testVtonsRepository('SQLite', openSqlite);
