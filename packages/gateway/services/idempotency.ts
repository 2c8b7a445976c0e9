import { createHash } from 'node:crypto';
import type { SubmissionOptions } from '@proteus/contracts/api/jobs.ts';
import type { Idempotency } from '@proteus/platform/database/job-row.ts';
import { canonicalJson } from '@proteus/platform/hashing/canonical-json.ts';

/** What makes two submissions the same one. */
export interface SubmissionBody {
  /** What stands for each picture (its file's hash, or its address), by field. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly submission: SubmissionOptions;
}

/** The idempotency record of a submission, or null when it came without a key. */
export function idempotencyOf(key: string | undefined, body: SubmissionBody): Idempotency | null {
  if (key === undefined) return null;
  return { key, bodyHash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}
