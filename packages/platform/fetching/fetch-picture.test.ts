import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AddressRules, publicInternet } from './address-rules.ts';
import { type FetchOptions, fetchPicture } from './fetch-picture.ts';
import { isPublicAddress } from './is-public-address.ts';

let server: Server;
let port: number;
let answer: RequestListener;
let requests: string[];

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const names: Record<string, readonly string[]> = {
  'pictures.test': ['127.0.0.1'],
  'internal.test': ['10.0.0.1'],
  'metadata.test': ['169.254.169.254'],
  'mixed.test': ['127.0.0.1', '10.0.0.1'],
  'mapped.test': ['::ffff:10.0.0.1'],
  'nowhere.test': [],
};

/** The public internet, and the one address at which the test's own server listens. */
const rules: AddressRules = {
  allowAddress: (address) => address === '127.0.0.1' || isPublicAddress(address),
  async resolve(hostname) {
    const addresses = names[hostname];
    if (addresses === undefined) throw new Error(`getaddrinfo ENOTFOUND ${hostname}`);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  },
};

const fetchIt = (path: string, options: Partial<FetchOptions> = {}, host = 'pictures.test') =>
  fetchPicture(`http://${host}:${port}${path}`, {
    timeoutMs: 5000,
    maxRedirects: 3,
    maxBytes: 1000,
    signal: new AbortController().signal,
    rules,
    ...options,
  });

const redirectTo = (location: string) => {
  answer = (_, response) => void response.writeHead(302, { location }).end();
};

describe('fetching a picture', () => {
  it('gives its bytes', async () => {
    answer = (_, response) => void response.end(Buffer.from([1, 2, 3]));
    expect([...(await fetchIt('/a.png?size=1'))]).toEqual([1, 2, 3]);
    expect(requests).toEqual([`pictures.test:${port} /a.png?size=1`]);
  });

  it('asks for the bytes as they are, and says nothing of us', async () => {
    let headers: Record<string, unknown> = {};
    answer = (request, response) => {
      headers = request.headers;
      response.end();
    };
    await fetchIt('/');
    expect(headers).toMatchObject({ 'accept-encoding': 'identity', accept: 'image/*' });
    expect(headers).not.toHaveProperty('cookie');
  });

  it('follows as many redirects as it may, also relative ones', async () => {
    answer = ({ url }, response) => {
      const step = Number(url!.slice(1));
      if (step < 3) response.writeHead(302, { location: `${step + 1}` }).end();
      else response.end('arrived');
    };
    expect(Buffer.from(await fetchIt('/0')).toString()).toBe('arrived');
    await expect(fetchIt('/0', { maxRedirects: 2 })).rejects.toMatchObject({
      code: 'URL_FETCH_FAILED',
    });
  });

  it('does not follow in circles, nor to nowhere', async () => {
    redirectTo('/again');
    await expect(fetchIt('/')).rejects.toMatchObject({ code: 'URL_FETCH_FAILED' });
    expect(requests).toHaveLength(4);
    answer = (_, response) => void response.writeHead(302).end();
    await expect(fetchIt('/')).rejects.toMatchObject({ code: 'URL_FETCH_FAILED' });
  });

  it.each([
    'http://127.0.0.2/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://2130706434/',
    'http://0x7f.0.0.2/',
    'http://0177.0.0.02/',
    'http://internal.test/',
    'http://metadata.test/',
    'http://mixed.test/',
    'http://mapped.test/',
    'http://nowhere.test/',
    'http://user:password@pictures.test/',
    'ftp://pictures.test/',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '//10.0.0.1/',
  ])('refuses %s, directly and after a redirect', async (forbidden) => {
    const refused = { code: 'URL_NOT_ALLOWED' };
    const options: FetchOptions = {
      timeoutMs: 5000,
      maxRedirects: 3,
      maxBytes: 1000,
      signal: new AbortController().signal,
      rules,
    };
    await expect(fetchPicture(forbidden, options)).rejects.toMatchObject(refused);
    expect(requests).toEqual([]);
    redirectTo(forbidden);
    await expect(fetchIt('/')).rejects.toMatchObject(refused);
    expect(requests).toHaveLength(1);
  });

  it('reaches no loopback address by itself', async () => {
    answer = (_, response) => void response.end('secret');
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      await expect(fetchIt('/', { rules: publicInternet }, host)).rejects.toMatchObject({
        code: 'URL_NOT_ALLOWED',
      });
    }
    expect(requests).toEqual([]);
  });

  it('connects to the address that it checked, whatever the name means a moment later', async () => {
    answer = (_, response) => void response.end('checked');
    let lookups = 0;
    const rebinding: AddressRules = {
      ...rules,
      resolve: async () => [{ address: lookups++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }],
    };
    const fetched = await fetchIt('/', { rules: rebinding }, 'rebinding.test');
    expect(Buffer.from(fetched).toString()).toBe('checked');
    expect(lookups).toBe(1);
  });

  it('stops at the limit, whatever the server says of the length', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-length': 1001 }).end();
    await expect(fetchIt('/')).rejects.toMatchObject({ code: 'IMAGE_FILE_TOO_LARGE' });

    let sent = 0;
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000))) sent += 10_000;
      };
      response.on('drain', more);
      more();
    };
    await expect(fetchIt('/')).rejects.toMatchObject({ code: 'IMAGE_FILE_TOO_LARGE' });
    expect(sent).toBeLessThan(20_000_000);

    answer = (_, response) => {
      response.socket!.end(`HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n${'x'.repeat(5000)}`);
    };
    const lying = await fetchIt('/').then(
      (bytes) => bytes.length,
      ({ code }) => code,
    );
    expect([10, 'URL_FETCH_FAILED']).toContain(lying);
  });

  it('takes exactly as much as it may', async () => {
    answer = (_, response) => void response.end(Buffer.alloc(1000));
    expect(await fetchIt('/')).toHaveLength(1000);
  });

  it('gives up on a server that drips, stays silent, or never sends the end', async () => {
    const timedOut = { code: 'URL_TIMEOUT' };
    answer = (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    await expect(fetchIt('/', { timeoutMs: 200 })).rejects.toMatchObject(timedOut);
    answer = () => {};
    await expect(fetchIt('/', { timeoutMs: 200 })).rejects.toMatchObject(timedOut);
    const stuck = { ...rules, resolve: () => new Promise<never>(() => {}) };
    await expect(fetchIt('/', { timeoutMs: 200, rules: stuck })).rejects.toMatchObject(timedOut);
  });

  it('counts all redirects into one deadline', async () => {
    answer = (_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/next' }).end(), 150);
    };
    await expect(fetchIt('/', { timeoutMs: 350, maxRedirects: 10 })).rejects.toMatchObject({
      code: 'URL_TIMEOUT',
    });
  });

  it('takes neither errors, nor a cut answer, nor a compressed one for a picture', async () => {
    const failed = { code: 'URL_FETCH_FAILED' };
    for (const status of [201, 204, 206, 304, 400, 404, 500]) {
      answer = (_, response) => void response.writeHead(status).end();
      await expect(fetchIt('/')).rejects.toMatchObject(failed);
    }
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(fetchIt('/')).rejects.toMatchObject(failed);
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    await expect(fetchIt('/')).rejects.toMatchObject(failed);
    await expect(fetchIt('/', {}, 'unknown.test')).rejects.toMatchObject(failed);
  });

  it('ends with the reason of whoever stops it', async () => {
    answer = () => {};
    const controller = new AbortController();
    const fetching = fetchIt('/', { signal: controller.signal });
    const reason = new Error('the client has gone');
    setTimeout(() => controller.abort(reason), 50);
    await expect(fetching).rejects.toBe(reason);
  });
});
