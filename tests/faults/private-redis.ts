import { type PrivateService, startPrivateService } from './private-service.ts';

/** A Redis of one test's own, that it may kill. */
export interface PrivateRedis extends PrivateService {
  readonly url: string;
}

export async function startPrivateRedis(): Promise<PrivateRedis> {
  const service = await startPrivateService('redis', 1);
  return { ...service, url: `redis://127.0.0.1:${service.port}` };
}
