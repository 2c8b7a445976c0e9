import type { JobOptions, PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobStatus } from '@proteus/contracts/jobs/job-status.ts';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { Stage } from '@proteus/contracts/jobs/stage.ts';

/** A stored picture: where it lies, and the SHA-256 (hex) that names its content. */
export interface StoredPicture {
  readonly key: string;
  readonly hash: string;
}

/** What a job is begun with. */
export interface JobSubmission {
  /** From `createJobId`; the caller stores the pictures under it before. */
  readonly id: string;
  readonly kind: JobKind;
  readonly ownerId: string;
  readonly category: Category;
  readonly corrections: Corrections;
  /** 0 to 2³² − 1. */
  readonly seed: number;
  readonly options: JobOptions;
  /** The pipeline configuration as it stood, with the job's options applied. */
  readonly config: PipelineConfig;
  /** Null where nobody is dressed. */
  readonly person: StoredPicture | null;
  readonly garment: StoredPicture;
  readonly garmentSide: StoredPicture | null;
  readonly idempotency: Idempotency | null;
}

/** The client's `Idempotency-Key`, and the hash of what it was sent with. */
export interface Idempotency {
  readonly key: string;
  readonly bodyHash: string;
}

/** What a finished job hands in. */
export interface JobResult {
  /** Names everything that shaped the result, so that it can be used again; null = never. */
  readonly workKey: string | null;
  /** Whether the result is a copy of an earlier one. */
  readonly cached: boolean;
  readonly resultKey: string;
  /** MIME type of the result. */
  readonly resultType: string;
  readonly quality: Quality | null;
  readonly warnings: readonly string[];
  /** Milliseconds by stage, and `total`. */
  readonly timings: Readonly<Record<string, number>>;
  /** Names of the artifacts that were stored. */
  readonly artifacts: readonly string[];
}

/** Why a job failed. */
export interface JobError {
  readonly code: string;
  /** Safe to show to the job's owner. */
  readonly message: string;
  readonly stage: Stage | null;
}

/** A job as the database holds it; every time is in milliseconds since the epoch. */
export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly ownerId: string;
  readonly status: JobStatus;
  readonly stage: Stage | null;
  /** 0 to 1. */
  readonly progress: number;
  readonly category: Category;
  readonly corrections: Corrections;
  readonly seed: number;
  readonly options: JobOptions;
  readonly config: PipelineConfig;
  readonly personKey: string | null;
  readonly personHash: string | null;
  readonly garmentKey: string;
  readonly garmentHash: string;
  readonly garmentSideKey: string | null;
  readonly garmentSideHash: string | null;
  /** How often the job was begun since it was submitted or retried; not when it was handed back unharmed. */
  readonly attempts: number;
  /** How many of its beginnings ended in a failure of ours that was worth another try. */
  readonly failures: number;
  /** Whether the result is a copy of an earlier job's. */
  readonly cached: boolean;
  readonly resultKey: string | null;
  readonly resultType: string | null;
  readonly quality: Quality | null;
  readonly warnings: readonly string[];
  readonly timings: Readonly<Record<string, number>>;
  readonly artifacts: readonly string[];
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly errorStage: Stage | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly cancelRequestedAt: number | null;
  /** When its pictures were deleted after their retention time. */
  readonly resultRemovedAt: number | null;
}
