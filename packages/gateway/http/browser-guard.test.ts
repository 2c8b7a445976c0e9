import { describe, expect, it } from 'vitest';
import { createTestGateway } from '../testing/test-gateway.ts';
import { tryonRequest } from '../testing/tryon-form.ts';

async function statusFor(
  host: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const gateway = await createTestGateway({ environment });
  try {
    return (await gateway.app.inject({ url: '/v1/jobs', headers: { host } })).statusCode;
  } finally {
    await gateway.close();
  }
}

describe('a server for its own machine', () => {
  it.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '127.1.2.3', '[::1]:8080'])(
    'answers to %s',
    async (host) => {
      expect(await statusFor(host)).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '10.0.0.1', '127.0.0.1.evil.example'])(
    'does not answer to %s',
    async (host) => {
      expect(await statusFor(host)).toBe(403);
    },
  );

  it('answers to the name it was given', async () => {
    expect(await statusFor('fit.example', { PUBLIC_URL: 'https://fit.example' })).toBe(200);
  });
});

it('a server for a network answers to any name', async () => {
  expect(await statusFor('anything.example', { HOST: '0.0.0.0' })).toBe(200);
});

it('a page of another site may look at what is public, but submit nothing', async () => {
  const gateway = await createTestGateway();
  const send = async (site: string) =>
    gateway.app.inject(await tryonRequest([], { 'sec-fetch-site': site }));
  try {
    const foreign = await send('cross-site');
    expect([foreign.statusCode, foreign.json().error.code]).toEqual([403, 'FORBIDDEN']);
    expect((await send('same-origin')).statusCode).toBe(202);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await gateway.app.inject({ url: '/health', headers })).statusCode).toBe(200);
  } finally {
    await gateway.close();
  }
});
