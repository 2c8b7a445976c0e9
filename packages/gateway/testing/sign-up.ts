import type { Session } from '@proteus/contracts/api/user.ts';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { TestGateway } from './test-gateway.ts';

export const PASSWORD = 'a password of some length';

/** A user of a gateway under test. */
export interface TestUser extends Session {
  /** `name=value`, as a browser would send it. */
  readonly cookie: string;
  /** Sends a request with the bearer token. */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export async function signUp({ app }: TestGateway, email: string): Promise<TestUser> {
  const reply = await app.inject({
    method: 'POST',
    url: '/user/signup',
    payload: { email, password: PASSWORD },
  });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  const session = reply.json<Session>();
  const [{ name, value }] = reply.cookies as [{ name: string; value: string }];
  const authorization = `Bearer ${session.token}`;
  return {
    ...session,
    cookie: `${name}=${value}`,
    inject: (options) => app.inject({ ...options, headers: { ...options.headers, authorization } }),
  };
}
