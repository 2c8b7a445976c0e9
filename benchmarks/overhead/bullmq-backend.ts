import { createPostgresBackend, Queue, QueueEvents, Worker, withBackend } from 'bullmq';

/** BullMQ's classes on one of its two backends, and how they reach it. */
export interface BullmqBackend {
  readonly label: string;
  readonly Queue: typeof Queue;
  readonly QueueEvents: typeof QueueEvents;
  readonly Worker: typeof Worker;
  readonly connection: object;
}

/** @param url its scheme names the backend. */
export function bullmqBackend(url: string): BullmqBackend {
  if (url.startsWith('redis')) {
    return { label: 'Redis', Queue, QueueEvents, Worker, connection: { url } };
  }
  const classes = withBackend(createPostgresBackend);
  return {
    label: 'PostgreSQL',
    ...(classes as unknown as Pick<BullmqBackend, 'Queue' | 'QueueEvents' | 'Worker'>),
    connection: { connectionString: url, schema: 'bullmq_alone', migrate: true },
  };
}
