import type { HostileInput, Verdict } from './hostile-input.ts';

const INVALID: readonly Verdict[] = ['INVALID_REQUEST'];
/** Whether a name is known at all differs from one resolver to the next. */
const REFUSED: readonly Verdict[] = ['URL_NOT_ALLOWED', 'INVALID_REQUEST', 'URL_FETCH_FAILED'];
const PICTURE = 'http://127.0.0.1:1/picture.jpg';

/** Addresses of what is not the public internet's, in every spelling. */
const ADDRESSES: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://localhost/',
  'http://localhost./',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://user:word@127.0.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:25/_HELO',
  'data:image/png;base64,iVBORw0KGgo=',
  'javascript:alert(1)',
  'blob:http://127.0.0.1/1',
  '//127.0.0.1/',
  '/etc/passwd',
  'http://',
  'http://:80/',
  'http://127.0.0.1:99999/',
  'http://[::1',
  'not an address',
  `http://127.0.0.1/${'a'.repeat(5_000)}`,
];

/** What stands in a JSON body and cannot be meant. */
export function jsonAbuse(): readonly HostileInput[] {
  const post = (body: string | Uint8Array, type = 'application/json') => ({
    method: 'POST',
    path: '/v1/jobs/tryon-from-urls',
    headers: { 'content-type': type },
    body: Buffer.from(body as string),
  });
  const right = { user_image_url: PICTURE, garment_front_url: PICTURE };
  const bodies: Readonly<Record<string, string | Uint8Array>> = {
    'no body': '',
    'an open brace': '{',
    'an array': '[]',
    null: 'null',
    'a number': '42',
    'a text': '"text"',
    'two values': '{}{}',
    'a trailing comma': '{"a":1,}',
    'a comment': '{/* */}',
    'a number beyond all': '{"seed":1e999}',
    'bytes that are no text': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
    'fields of other types': '{"user_image_url":1,"garment_front_url":{}}',
    'an array for a text': '{"user_image_url":["http://127.0.0.1/"],"garment_front_url":"x"}',
    'a field too many': JSON.stringify({ ...right, hat: 1 }),
    'a prototype': `{"__proto__":{"polluted":1},"user_image_url":"${PICTURE}"}`,
    'a constructor': `{"constructor":{"prototype":{"polluted":1}},"user_image_url":"${PICTURE}"}`,
    'a webhook': JSON.stringify({ ...right, webhook_url: PICTURE }),
    'a seed that is a text': JSON.stringify({ ...right, seed: '1' }),
    'a deep array': '['.repeat(100_000),
    'a deep object': `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
  };
  const types = ['text/plain', 'application/xml', 'multipart/form-data', 'application/json5', '/'];
  return [
    ...Object.entries(bodies).map(([what, body]) => ({
      name: `json: ${what}`,
      request: post(body),
      verdicts: INVALID,
    })),
    ...types.map((type) => ({
      name: `json that says it is ${type}`,
      request: post(JSON.stringify(right), type),
      verdicts: ['UNSUPPORTED_MEDIA_TYPE', 'INVALID_REQUEST'] as const,
    })),
    {
      name: 'json of 300 kB',
      request: post(JSON.stringify({ ...right, options: 'x'.repeat(300_000) })),
      verdicts: ['PAYLOAD_TOO_LARGE'],
    },
    ...ADDRESSES.map((address) => ({
      name: `a picture at ${address.slice(0, 60)}`,
      request: post(JSON.stringify({ user_image_url: address, garment_front_url: address })),
      verdicts: REFUSED,
    })),
  ];
}
