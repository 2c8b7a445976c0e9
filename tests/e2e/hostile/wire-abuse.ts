import { seededRandom } from '../seeded-random.ts';
import type { HostileInput } from './hostile-input.ts';

const HEAD = 'GET /v1/jobs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
const POST = 'POST /v1/jobs/tryon-from-urls HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
const random = seededRandom(4);

/** Bytes that are no HTTP, or two requests in one. */
const MESSAGES: Readonly<Record<string, string | Uint8Array>> = {
  noise: Uint8Array.from({ length: 500 }, () => Math.floor(random() * 256)),
  'a greeting in TLS': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'a greeting in SSH': 'SSH-2.0-OpenSSH_9.6\r\n\r\n',
  'an unknown method': 'HACK / HTTP/1.1\r\nHost: x\r\n\r\n',
  'an unknown version': 'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'headers of 64 kB': `${HEAD}X-Long: ${'x'.repeat(65_536)}\r\n\r\n`,
  'an address of 64 kB': `GET /${'x'.repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'a zero byte in a header': `${HEAD}X-Zero: a\x00b\r\n\r\n`,
  'a header without a name': `${HEAD}: value\r\n\r\n`,
  'a header with a space before its colon': `${HEAD}X-Space : value\r\n\r\n`,
  'bare line feeds': 'GET /v1/jobs HTTP/1.1\nHost: x\n\n\x00',
  'a length below zero': `${POST}Content-Length: -5\r\n\r\n`,
  'two lengths': `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`,
  'a length and chunks': `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'an unknown transfer coding': `${POST}Transfer-Encoding: hat\r\n\r\nx`,
  'a chunk that is no number': `${POST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n`,
  'a chunk beyond all memory': `${POST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
};

export function wireAbuse(): readonly HostileInput[] {
  return Object.entries(MESSAGES).map(([name, message]) => ({
    name: `on the wire: ${name}`,
    request: {
      path: '/',
      raw: typeof message === 'string' ? Buffer.from(message, 'latin1') : message,
    },
    verdicts: ['INVALID_REQUEST', 'REQUEST_TIMEOUT'],
  }));
}
