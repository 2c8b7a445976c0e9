/** A row of `jobs`; JSON columns hold text. */
export interface JobsTable {
  id: string;
  owner_id: string;
  status: string;
  stage: string | null;
  progress: number;
  category: string;
  seed: number;
  options: string;
  config: string;
  corrections: string;
  person_key: string;
  person_hash: string;
  garment_key: string;
  garment_hash: string;
  garment_side_key: string | null;
  garment_side_hash: string | null;
  attempts: number;
  /** Token of the lease under which the job runs. */
  lease_token: string | null;
  /** Names what was asked for; equal work has equal names. */
  work_key: string | null;
  /** 1 when the result is a copy of an earlier one. */
  cached: number;
  result_key: string | null;
  result_type: string | null;
  quality: string | null;
  warnings: string;
  timings: string;
  artifacts: string;
  error_code: string | null;
  error_message: string | null;
  error_stage: string | null;
  created_at: number;
  updated_at: number;
  started_at: number | null;
  finished_at: number | null;
  cancel_requested_at: number | null;
  result_removed_at: number | null;
}

/** A row of `idempotency_keys`. */
export interface IdempotencyKeysTable {
  owner_id: string;
  key: string;
  body_hash: string;
  job_id: string;
  created_at: number;
}

/** A row of `queue_entries`: a job that waits for, or is in, work. */
export interface QueueEntriesTable {
  job_id: string;
  /** Order of arrival. */
  position: number;
  attempts: number;
  /** Not to be leased before this time. */
  available_at: number;
  /** Null while it waits. */
  lease_token: string | null;
  lease_expires_at: number | null;
}

/** A row of `migrations`: one that was run. */
export interface MigrationsTable {
  name: string;
  executed_at: number;
}

/** Every table. */
export interface Schema {
  jobs: JobsTable;
  idempotency_keys: IdempotencyKeysTable;
  queue_entries: QueueEntriesTable;
  migrations: MigrationsTable;
}
