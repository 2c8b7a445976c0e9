import { type PrivateService, startPrivateService } from './private-service.ts';

/** A PostgreSQL of one test's own, that it may kill. */
export interface PrivatePostgres extends PrivateService {
  readonly url: string;
}

export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const service = await startPrivateService('postgresql', 1);
  return { ...service, url: `postgres://app:app@127.0.0.1:${service.port}/app` };
}
