import type { Settings } from '@proteus/contracts/config/settings.ts';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { migrationStatus } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { redactUrl } from '@proteus/platform/logging/redact-url.ts';
import type { Finding } from './finding.ts';

/** Whether the database answers, and how old its tables are. */
export async function checkDatabase({ DATABASE_URL }: Settings): Promise<Finding> {
  const where = redactUrl(DATABASE_URL);
  const database = openDatabase(DATABASE_URL);
  try {
    const missing = (await migrationStatus(database)).filter(({ executedAt }) => !executedAt);
    const state = missing.length === 0 ? 'up to date' : 'to be brought up to date by `serve`';
    return { found: `${where}, ${state}` };
  } catch (error) {
    if (!(error instanceof ProteusError)) throw error;
    return {
      found: `${where}: ${reasonOf(error)}`,
      advice: 'start the server, or correct DATABASE_URL',
    };
  } finally {
    await database.close();
  }
}

/** What the server or the network said; the error itself only tells that something did. */
function reasonOf({ cause, message }: ProteusError): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
