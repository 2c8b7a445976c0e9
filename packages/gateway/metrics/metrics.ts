import type { JobMetrics } from '@proteus/contracts/jobs/job-metrics.ts';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueDepth } from '../services/queue-depths.ts';

/** One answered request. */
export interface AnsweredRequest {
  /** The route's pattern, never the address that was asked for. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** What is measured at the moment somebody asks. */
export interface MetricsSample {
  /** Of every queue; empty when they do not answer: the last figures are not repeated. */
  readonly depths: readonly QueueDepth[];
  readonly engineRssBytes: number;
}

/** The measurements of one process. Workers get it as `JobMetrics`. */
export interface Metrics extends JobMetrics {
  jobCreated(): void;
  requestAnswered(request: AnsweredRequest): void;
  /** @returns the text that Prometheus reads, and its content type. */
  expose(sample: MetricsSample): Promise<{ readonly text: string; readonly contentType: string }>;
}

const JOB_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];
const WAIT_SECONDS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900];
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64];
const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const SCORES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Starts measuring; the names are those of CONTRACT section 8. No label holds an id. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const created = new Counter({
    name: 'vfr_jobs_created_total',
    help: 'Jobs that were accepted.',
    registers,
  });
  const completed = new Counter({
    name: 'vfr_jobs_completed_total',
    help: 'Jobs that ended with a picture.',
    registers,
  });
  const failed = new Counter({
    name: 'vfr_jobs_failed_total',
    help: 'Jobs that failed for good, by error code.',
    labelNames: ['reason'],
    registers,
  });
  const inQueue = new Gauge({
    name: 'vfr_jobs_in_queue',
    help: 'Jobs that wait.',
    labelNames: ['queue'],
    registers,
  });
  const running = new Gauge({
    name: 'vfr_jobs_running',
    help: 'Jobs that a worker holds.',
    labelNames: ['queue'],
    registers,
  });
  const backlog = new Gauge({
    name: 'vfr_queue_backlog',
    help: 'Jobs that wait or run: the figure that autoscaling reads.',
    labelNames: ['queue'],
    registers,
  });
  const latency = new Histogram({
    name: 'vfr_job_latency_seconds',
    help: 'How long a stage took, and the whole job as stage "total".',
    labelNames: ['stage'],
    buckets: JOB_SECONDS,
    registers,
  });
  const wait = new Histogram({
    name: 'vfr_job_wait_seconds',
    help: 'Time from acceptance to the beginning of the work.',
    buckets: WAIT_SECONDS,
    registers,
  });
  const batchSize = new Histogram({
    name: 'vfr_batch_size',
    help: 'Jobs that an engine did in one pass.',
    buckets: BATCH_SIZES,
    registers,
  });
  const score = new Histogram({
    name: 'vfr_qa_score',
    help: 'Figures of the quality gate; metric "score" is its verdict.',
    labelNames: ['metric'],
    buckets: SCORES,
    registers,
  });
  const engineRss = new Gauge({
    name: 'vfr_engine_rss_bytes',
    help: 'Resident memory of all engine processes.',
    registers,
  });
  const engineRestarts = new Counter({
    name: 'vfr_engine_restarts_total',
    help: 'Engine processes that had to be replaced.',
    registers,
  });
  const cacheLookups = new Counter({
    name: 'vfr_cache_lookups_total',
    help: 'Questions to the caches of analyses (person, garment) and of finished work (result).',
    labelNames: ['cache', 'outcome'],
    registers,
  });
  const requests = new Histogram({
    name: 'vfr_http_request_duration_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'method', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });

  return {
    jobCreated: () => created.inc(),
    jobStarted: (waitMs) => wait.observe(waitMs / 1000),
    passBegun: (size) => batchSize.observe(size),
    jobCompleted({ timings, quality }) {
      completed.inc();
      for (const [stage, ms] of Object.entries(timings)) latency.observe({ stage }, ms / 1000);
      if (!quality) return;
      score.observe({ metric: 'score' }, quality.score);
      for (const [metric, value] of Object.entries(quality.metrics))
        score.observe({ metric }, value);
    },
    cacheAsked: (cache, outcome) => cacheLookups.inc({ cache, outcome }),
    jobFailed: (reason) => failed.inc({ reason }),
    engineRestarted: () => engineRestarts.inc(),
    requestAnswered: ({ route, method, status, seconds }) =>
      requests.observe({ route, method, status }, seconds),
    async expose({ depths, engineRssBytes }) {
      for (const gauge of [inQueue, running, backlog]) gauge.reset();
      for (const { queue, waiting, active } of depths) {
        inQueue.set({ queue }, waiting);
        running.set({ queue }, active);
        backlog.set({ queue }, waiting + active);
      }
      engineRss.set(engineRssBytes);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
