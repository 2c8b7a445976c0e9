import type { Category } from '@proteus/contracts/jobs/category.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobStatus } from '@proteus/contracts/jobs/job-status.ts';
import type { Stage } from '@proteus/contracts/jobs/stage.ts';
import type { JobRow } from '../job-row.ts';
import type { JobsTable } from '../schema.ts';

/** A row of the table as the rest of the house reads it. Only this repository writes the table. */
export function toJobRow(row: JobsTable): JobRow {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    ownerId: row.owner_id,
    status: row.status as JobStatus,
    stage: row.stage as Stage | null,
    progress: row.progress,
    category: row.category as Category,
    corrections: JSON.parse(row.corrections),
    seed: row.seed,
    options: JSON.parse(row.options),
    config: JSON.parse(row.config),
    personKey: row.person_key,
    personHash: row.person_hash,
    garmentKey: row.garment_key,
    garmentHash: row.garment_hash,
    garmentSideKey: row.garment_side_key,
    garmentSideHash: row.garment_side_hash,
    attempts: row.attempts,
    failures: row.failures,
    cached: row.cached === 1,
    resultKey: row.result_key,
    resultType: row.result_type,
    quality: row.quality === null ? null : JSON.parse(row.quality),
    warnings: JSON.parse(row.warnings),
    timings: JSON.parse(row.timings),
    artifacts: JSON.parse(row.artifacts),
    errorCode: row.error_code,
    errorMessage: row.error_message,
    errorStage: row.error_stage as Stage | null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    cancelRequestedAt: row.cancel_requested_at,
    resultRemovedAt: row.result_removed_at,
  };
}
