/** A row of `jobs`; JSON columns hold text. */
export interface JobsTable {
  id: string;
  kind: string;
  owner_id: string;
  status: string;
  stage: string | null;
  progress: number;
  category: string;
  seed: number;
  options: string;
  config: string;
  corrections: string;
  person_key: string | null;
  person_hash: string | null;
  garment_key: string;
  garment_hash: string;
  garment_side_key: string | null;
  garment_side_hash: string | null;
  attempts: number;
  failures: number;
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
  /** Name of the queue. */
  queue: string;
  /** Order of arrival. */
  position: number;
  attempts: number;
  /** Not to be leased before this time. */
  available_at: number;
  /** Null while it waits. */
  lease_token: string | null;
  lease_expires_at: number | null;
}

/** A row of `users`. */
export interface UsersTable {
  id: string;
  /** Trimmed, in lower case. */
  email: string;
  name: string | null;
  /** A PHC string. */
  password_hash: string;
  created_at: number;
  updated_at: number;
}

/** A row of `sessions`: one login that was not ended. */
export interface SessionsTable {
  id: string;
  user_id: string;
  created_at: number;
  expires_at: number;
}

/** A row of `spent_tokens`: a token that may be used once, and was. */
export interface SpentTokensTable {
  id: string;
  expires_at: number;
}

/** A row of `vtons`: a try-on of the app; how far it is, its jobs' rows say. */
export interface VtonsTable {
  id: string;
  user_id: string;
  name: string;
  category: string;
  user_snap_key: string | null;
  outfit_key: string | null;
  job_id: string | null;
  tailor_job_id: string | null;
  created_at: number;
  updated_at: number;
}

/** A row of `erasures`: a user who is gone, but whose pictures are not yet. */
export interface ErasuresTable {
  user_id: string;
  requested_at: number;
}

/** A row of `leases`: what one process at a time may hold. */
export interface LeasesTable {
  name: string;
  owner: string;
  expires_at: number;
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
  users: UsersTable;
  sessions: SessionsTable;
  spent_tokens: SpentTokensTable;
  vtons: VtonsTable;
  erasures: ErasuresTable;
  leases: LeasesTable;
  migrations: MigrationsTable;
}
