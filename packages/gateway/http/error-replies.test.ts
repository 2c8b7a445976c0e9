import { connect } from 'node:net';
import { errorBodySchema } from '@proteus/contracts/api/error-body.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, listen, type TestGateway } from '../testing/test-gateway.ts';
import { malformedRequestReply } from './error-replies.ts';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway({
    parts: {
      modelStates: () => Promise.reject(new Error('password=hunter2 at /srv/models')),
    },
  });
});
afterEach(() => gateway.close());

describe('errors', () => {
  it('have one shape and carry the request id', async () => {
    const reply = await gateway.app.inject({ url: '/nowhere', headers: { 'x-request-id': 'r-1' } });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['x-request-id']).toBe('r-1');
    expect(errorBodySchema.strict().parse(reply.json())).toEqual({
      error: {
        code: 'NOT_FOUND',
        message: 'There is no such resource.',
        docs: '/docs/errors#NOT_FOUND',
        request_id: 'r-1',
      },
    });
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
  });

  it('never show internals: those go to the log', async () => {
    const reply = await gateway.app.inject('/v1/health/models');
    expect(reply.statusCode).toBe(500);
    expect(reply.json().error).toMatchObject({
      code: 'INTERNAL',
      message: 'Something went wrong on our side.',
    });
    expect(reply.body).not.toMatch(/hunter2|srv|stack| at /);
    expect(gateway.log.join('\n')).toContain('hunter2');
  });

  it('tell a wrong method from a wrong address', async () => {
    for (const [method, url, allow] of [
      ['PUT', '/v1/jobs/x', 'DELETE, GET, HEAD'],
      ['POST', '/v1/jobs', 'GET, HEAD'],
      ['GET', '/v1/jobs/x/retry', 'POST'],
      ['DELETE', '/v1/config', 'GET, HEAD'],
    ] as const) {
      const reply = await gateway.app.inject({ method, url });
      expect([reply.statusCode, reply.headers.allow]).toEqual([405, allow]);
      expect(reply.json().error.code).toBe('METHOD_NOT_ALLOWED');
    }
  });

  it('answer 404 for a body of any kind sent nowhere', async () => {
    const reply = await gateway.app.inject({
      method: 'POST',
      url: '/nowhere',
      headers: { 'content-type': 'text/xml' },
      payload: '<a/>',
    });
    expect(reply.statusCode).toBe(404);
  });

  it('refuse addresses that cannot be decoded', async () => {
    const answer = await raw(
      'GET /v1/jobs/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"INVALID_REQUEST"');
    expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}/);
  });

  it('answer what is no HTTP in the same shape', async () => {
    for (const bytes of ['HELLO\r\n\r\n', 'GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n']) {
      const answer = await raw(bytes);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
      expect(errorBodySchema.parse(body).error.code).toBe('INVALID_REQUEST');
    }
  });
});

it('a request that came too slowly is told so, in the same shape', () => {
  const answer = malformedRequestReply('ERR_HTTP_REQUEST_TIMEOUT', 'r-2');
  const [head, body] = answer.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(head).toContain(`content-length: ${body?.length}`);
  expect(JSON.parse(body ?? '').error).toMatchObject({
    code: 'REQUEST_TIMEOUT',
    request_id: 'r-2',
  });
});

describe('x-request-id', () => {
  it.each(['', ' ', 'a b', 'x'.repeat(129), 'a\tb', '{"a":1}', '-starts-with-a-dash'])(
    'is made anew in place of %j',
    async (id) => {
      const reply = await gateway.app.inject({ url: '/health', headers: { 'x-request-id': id } });
      expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

async function raw(bytes: string): Promise<string> {
  const socket = connect(await listen(gateway), '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}
