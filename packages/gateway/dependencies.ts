import type { ModelState } from '@proteus/contracts/api/health.ts';
import type { ParsedPerson, ParseOptions } from '@proteus/contracts/api/parse.ts';
import type { ResultFormat } from '@proteus/contracts/api/results.ts';
import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import type { JobStatusCache } from '@proteus/platform/cache/job-status/job-status-cache.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import type { UsersRepository } from '@proteus/platform/database/users/users-repository.ts';
import type { VtonsRepository } from '@proteus/platform/database/vtons/vtons-repository.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import type { NormalisedPicture } from '@proteus/platform/pictures/normalise-picture.ts';
import type { JobQueues } from '@proteus/platform/queue/job-queues.ts';
import type {
  PresignedGrant,
  PresignedRequest,
} from '@proteus/platform/storage/local/presigned-urls.ts';
import type { ObjectStore } from '@proteus/platform/storage/object-store.ts';
import type { AttemptThrottle } from '@proteus/platform/throttle/attempt-throttle.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Tokens } from './auth/tokens.ts';
import type { Metrics } from './metrics/metrics.ts';

/**
 * What the gateway has done to pictures. It never decodes pixels itself: `normalise` and `encode`
 * run in another process, so that a hostile file cannot hurt this one.
 */
export interface PictureTools {
  /** Looks at a file's header. @throws {ProteusError} an IMAGE_ code when the file is refused. */
  inspect(bytes: Uint8Array): Promise<unknown>;
  /** @throws {ProteusError} an IMAGE_ code when the file cannot be decoded. */
  normalise(bytes: Uint8Array, signal: AbortSignal): Promise<NormalisedPicture>;
  /** Writes one of our own pictures in another format; `width` shrinks, and never enlarges. */
  encode(
    bytes: Uint8Array,
    options: { readonly format: ResultFormat; readonly width: number | undefined },
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }>;
}

/**
 * Tells who is where in a picture that was made safe, in another process.
 *
 * @throws {ProteusError} NO_PERSON and its like; an ENGINE_ code, QUEUE_FULL.
 */
export type ParsePerson = (
  bytes: Uint8Array,
  options: ParseOptions,
  signal: AbortSignal,
) => Promise<ParsedPerson>;

/** How the engine processes are. */
export interface EngineHealth {
  readonly idle: number;
  readonly busy: number;
  /** Resident memory of all engines, in bytes. */
  readonly rss: number;
}

/** What tells how a process is, whatever its role. */
export type ProbeDependencies = Pick<
  GatewayDependencies,
  'jobs' | 'queues' | 'store' | 'engineHealth' | 'modelStates' | 'metrics' | 'logger'
>;

/** Everything that the gateway needs of the world. */
export interface GatewayDependencies {
  readonly settings: Settings;
  readonly pipeline: PipelineConfig;
  readonly jobs: JobsRepository;
  /** Asked before the rows for a job's state. */
  readonly jobStatus: JobStatusCache;
  readonly users: UsersRepository;
  readonly vtons: VtonsRepository;
  readonly tokens: Tokens;
  /** Counts logins and sign-ups. */
  readonly throttle: AttemptThrottle;
  /** Begins to erase the jobs and pictures of a user whose account is gone; the janitor ends it. */
  readonly eraseTraces: (userId: string) => void;
  readonly queues: JobQueues;
  readonly store: ObjectStore;
  /** Checks the addresses that the store signed; null when the store serves them itself. */
  readonly verifyPresigned: ((request: PresignedRequest) => PresignedGrant | null) | null;
  readonly events: JobEventBus;
  readonly pictures: PictureTools;
  readonly parsePerson: ParsePerson;
  /** @throws {ProteusError} a URL_ or IMAGE_ code. */
  readonly fetchPicture: (url: string, signal: AbortSignal) => Promise<Uint8Array>;
  readonly engineHealth: () => EngineHealth;
  readonly modelStates: (signal: AbortSignal) => Promise<readonly ModelState[]>;
  readonly metrics: Metrics;
  readonly logger: FastifyBaseLogger;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Folder of the built web page; null when it was not built. */
  readonly webRoot: string | null;
}
