import { userPrefix } from '@proteus/contracts/jobs/user-keys.ts';
import type { InjectOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokens } from '../auth/tokens.ts';
import { PASSWORD, signUp } from '../testing/sign-up.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { tryonRequest } from '../testing/tryon-form.ts';

const HOUR_MS = 3_600_000;
const EMAIL = 'ana@example.org';

let gateway: TestGateway;
let time: number;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  gateway = await createTestGateway({ parts: { clock: () => time } });
});
afterEach(() => gateway.close());

const logIn = (email: string, password: string) =>
  gateway.app.inject({ method: 'POST', url: '/user/login', payload: { email, password } });

describe('signing up and logging in', () => {
  it('makes an account, tells nothing secret, and sets a cookie that scripts cannot read', async () => {
    const reply = await gateway.app.inject({
      method: 'POST',
      url: '/user/signup',
      payload: { email: '  Ana@Example.ORG ', password: PASSWORD, name: 'Ana' },
    });
    expect(reply.statusCode).toBe(201);
    expect(reply.json().user).toMatchObject({ email: EMAIL, name: 'Ana' });
    expect(reply.body).not.toMatch(/argon2|password/);
    expect(reply.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  it('marks the cookie as secure where the server is reached by https', async () => {
    const secure = await createTestGateway({
      environment: { PUBLIC_URL: 'https://fitting.example.org' },
    });
    const reply = await secure.app.inject({
      method: 'POST',
      url: '/user/signup',
      payload: { email: EMAIL, password: PASSWORD },
    });
    expect(reply.cookies[0]).toMatchObject({ secure: true });
    await secure.close();
  });

  it('names every field that is wrong', async () => {
    const reply = await gateway.app.inject({
      method: 'POST',
      url: '/user/signup',
      payload: { email: 'nobody', password: 'short', admin: true },
    });
    expect(reply.statusCode).toBe(400);
    const paths = reply.json().error.details.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['email', 'password', 'admin']));
  });

  it('refuses an address that is taken', async () => {
    await signUp(gateway, EMAIL);
    const again = await gateway.app.inject({
      method: 'POST',
      url: '/user/signup',
      payload: { email: EMAIL.toUpperCase(), password: PASSWORD },
    });
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'EMAIL_TAKEN']);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    await signUp(gateway, EMAIL);
    const [wrong, unknown] = [
      await logIn(EMAIL, 'another password'),
      await logIn('bo@example.org', PASSWORD),
    ];
    const view = ({ statusCode, body }: typeof wrong) => [
      statusCode,
      body.replace(/"request_id":"[^"]+"/, ''),
    ];
    expect(view(wrong)).toEqual(view(unknown));
    expect(wrong.statusCode).toBe(401);
    expect((await logIn(EMAIL, PASSWORD)).statusCode).toBe(200);
  });

  it('slows guessing down, whichever password comes, until the window has passed', async () => {
    await signUp(gateway, EMAIL);
    for (let guess = 0; guess < 10; guess++) await logIn(EMAIL, `guess ${guess}`);
    const refused = await logIn(EMAIL, PASSWORD);
    expect([refused.statusCode, refused.json().error.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    time += HOUR_MS;
    expect((await logIn(EMAIL, PASSWORD)).statusCode).toBe(200);
  });
});

describe('a login', () => {
  it('is shown by a bearer token or a cookie', async () => {
    const ana = await signUp(gateway, EMAIL);
    expect((await ana.inject({ url: '/user' })).json()).toMatchObject({ email: EMAIL });
    const byCookie = await gateway.app.inject({ url: '/user', headers: { cookie: ana.cookie } });
    expect(byCookie.json()).toMatchObject({ email: EMAIL });
    expect((await gateway.app.inject({ url: '/user' })).statusCode).toBe(401);
  });

  it('is worth nothing once it was ended, to whoever copied it', async () => {
    const ana = await signUp(gateway, EMAIL);
    const out = await ana.inject({ method: 'POST', url: '/user/logout' });
    expect([out.statusCode, out.cookies[0]?.value]).toEqual([204, '']);
    expect((await ana.inject({ url: '/user' })).statusCode).toBe(401);
    const byCookie = await gateway.app.inject({ url: '/user', headers: { cookie: ana.cookie } });
    expect(byCookie.statusCode).toBe(401);
  });

  it('ends after its time', async () => {
    const ana = await signUp(gateway, EMAIL);
    time += 169 * HOUR_MS;
    expect((await ana.inject({ url: '/user' })).statusCode).toBe(401);
  });

  it.each([
    ['of another secret', 'another secret that is long enough for tests'],
    ['of a login that never was', 'a secret that is long enough for tests'],
  ])('cannot be forged: a token %s', async (_, secret) => {
    const ana = await signUp(gateway, EMAIL);
    const tokens = createTokens(secret, () => time);
    const claims = { userId: ana.user.id, sessionId: 'made up' };
    const token = await tokens.signSession(claims, time + HOUR_MS);
    const headers = { authorization: `Bearer ${token}` };
    expect((await gateway.app.inject({ url: '/user', headers })).statusCode).toBe(401);
  });

  it('does not take a token for a WebSocket for a login', async () => {
    const ana = await signUp(gateway, EMAIL);
    const { token, expires_in } = (await ana.inject({ url: '/user/ws-token' })).json();
    expect(expires_in).toBe(60);
    const headers = { authorization: `Bearer ${token}` };
    expect((await gateway.app.inject({ url: '/user', headers })).statusCode).toBe(401);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: 'http://localhost:80' }, 204],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('by cookie changes something only for our own pages: %j → %i', async (headers, status) => {
    const { cookie } = await signUp(gateway, EMAIL);
    const reply = await gateway.app.inject({
      method: 'POST',
      url: '/user/logout',
      headers: { cookie, ...headers } as Record<string, string>,
    });
    expect(reply.statusCode).toBe(status);
  });
});

describe('a profile', () => {
  it('changes its name freely, address and password with the current password only', async () => {
    const ana = await signUp(gateway, EMAIL);
    const put = (payload: object) => ana.inject({ method: 'PUT', url: '/user', payload });
    expect((await put({ name: 'Ana B.' })).json()).toMatchObject({ name: 'Ana B.' });
    expect((await put({ email: 'b@example.org' })).statusCode).toBe(400);
    const wrong = await put({ email: 'b@example.org', current_password: 'guess' });
    expect(wrong.json().error.code).toBe('LOGIN_FAILED');
    const right = await put({ email: 'b@example.org', current_password: PASSWORD });
    expect(right.json()).toMatchObject({ email: 'b@example.org', name: 'Ana B.' });
  });

  it('may change its name however often without being taken for a guesser', async () => {
    const ana = await signUp(gateway, EMAIL);
    for (let change = 0; change < 12; change++) {
      const payload = { name: `Ana ${change}` };
      expect((await ana.inject({ method: 'PUT', url: '/user', payload })).statusCode).toBe(200);
    }
    expect((await logIn(EMAIL, PASSWORD)).statusCode).toBe(200);
  });

  it('ends all other logins when the password changes', async () => {
    const ana = await signUp(gateway, EMAIL);
    const elsewhere = (await logIn(EMAIL, PASSWORD)).json().token;
    const payload = { password: 'a whole new password', current_password: PASSWORD };
    expect((await ana.inject({ method: 'PUT', url: '/user', payload })).statusCode).toBe(200);
    const headers = { authorization: `Bearer ${elsewhere}` };
    expect((await gateway.app.inject({ url: '/user', headers })).statusCode).toBe(401);
    expect((await ana.inject({ url: '/user' })).statusCode).toBe(200);
    expect((await logIn(EMAIL, PASSWORD)).statusCode).toBe(401);
    expect((await logIn(EMAIL, 'a whole new password')).statusCode).toBe(200);
  });
});

describe('being forgotten', () => {
  it('takes account, logins, jobs and pictures away, and needs the password', async () => {
    const ana = await signUp(gateway, EMAIL);
    const request = await tryonRequest([], { authorization: `Bearer ${ana.token}` });
    const { job_id: jobId } = (await gateway.app.inject(request)).json();
    const signal = AbortSignal.timeout(5_000);
    const upload = `${userPrefix(ana.user.id)}uploads/1.png`;
    await gateway.store.put(upload, Buffer.from('photo'), 'image/png', signal);

    const remove = (current_password: string) =>
      ana.inject({ method: 'DELETE', url: '/user', payload: { current_password } });
    expect((await remove('guess')).statusCode).toBe(401);
    expect((await remove(PASSWORD)).statusCode).toBe(204);

    expect((await ana.inject({ url: '/user' })).statusCode).toBe(401);
    expect((await logIn(EMAIL, PASSWORD)).statusCode).toBe(401);
    await expect.poll(() => gateway.users.findErasures(1)).toEqual([]);
    expect(await gateway.jobs.find(jobId)).toBeNull();
    expect(await gateway.store.head(upload, signal)).toBeNull();
  });
});

describe('the Jobs API with accounts', () => {
  it('shows a job to the one who submitted it, and to nobody else', async () => {
    const [ana, bo] = [await signUp(gateway, EMAIL), await signUp(gateway, 'bo@example.org')];
    const request = await tryonRequest([], { authorization: `Bearer ${ana.token}` });
    const { job_id: jobId } = (await gateway.app.inject(request)).json();
    const url = `/v1/jobs/${jobId}`;
    expect((await ana.inject({ url })).statusCode).toBe(200);
    for (const path of [url, `${url}/result`, `${url}/artifacts`]) {
      expect((await bo.inject({ url: path })).statusCode).toBe(404);
      expect((await gateway.app.inject({ url: path })).statusCode).toBe(404);
    }
    expect((await bo.inject({ method: 'DELETE', url })).statusCode).toBe(404);
    expect((await bo.inject({ url: '/v1/jobs' })).json().jobs).toEqual([]);
    expect((await ana.inject({ url: '/v1/me' })).json()).toMatchObject({ id: ana.user.id });
  });

  it('lets nobody in without a login where one is required, before any picture arrives', async () => {
    const closed = await createTestGateway({ environment: { AUTH_REQUIRED: 'true' } });
    const status = async (options: InjectOptions) => (await closed.app.inject(options)).statusCode;
    expect(await status(await tryonRequest())).toBe(401);
    expect(await status({ url: '/v1/jobs' })).toBe(401);
    expect(await status({ url: '/v1/me' })).toBe(401);
    expect(await status({ url: '/health' })).toBe(200);
    const ana = await signUp(closed, EMAIL);
    expect((await ana.inject({ url: '/v1/jobs' })).statusCode).toBe(200);
    await closed.close();
  });
});
