import { sweepUploads } from '@proteus/gateway/services/sweep-uploads.ts';
import { runJanitor } from '@proteus/workers/janitor.ts';
import { trimAnalyses } from '@proteus/workers/trim-analyses.ts';
import type { Roles } from '../roles/role.ts';
import { analysisFolder } from './analysis-folder.ts';
import type { Accounts } from './open-accounts.ts';
import type { Services } from './services.ts';

const HOUR_MS = 3_600_000;

/** Removes what is past its time, until the signal aborts: pictures beside a gateway, analyses beside engines. */
export async function keepHouse(
  { settings, jobs, store, leases, logger }: Services,
  roles: Roles,
  accounts: Accounts | null,
  signal: AbortSignal,
): Promise<void> {
  const rounds: Promise<void>[] = [];
  if (accounts !== null) {
    const { users, vtons } = accounts;
    const retentionMs = settings.RESULT_TTL_HOURS * HOUR_MS;
    const maxUploadBytes = settings.MAX_IMAGE_BYTES;
    const rules = { retentionMs, maxUploadBytes };
    rounds.push(runJanitor({ jobs, users, vtons, store, leases, logger, ...rules }, signal));
    rounds.push(sweepUploads(logger, signal));
  }
  const analyses = analysisFolder(settings);
  if (analyses !== null && (roles.has('weaver') || roles.has('tailor'))) {
    rounds.push(trimAnalyses(analyses, logger, signal));
  }
  await Promise.all(rounds);
}
