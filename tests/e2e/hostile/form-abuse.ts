import type { HostileInput, Verdict } from './hostile-input.ts';
import type { ValidPictures } from './valid-pictures.ts';

const PATH = '/v1/jobs/tryon';
const BOUNDARY = 'a-boundary';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const INVALID: readonly Verdict[] = ['INVALID_REQUEST'];

type Part = readonly [head: string, content: Uint8Array | string];

const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}`;
const file = (name: string, filename = 'photo.png') =>
  disposition(`name="${name}"; filename="${filename}"`);
const text = (name: string) => disposition(`name="${name}"`);

/** A form as it goes over the wire, right or wrong. */
export function formBody(parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Uint8Array {
  const pieces = parts.flatMap(([head, content]) => [
    Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`, 'latin1'),
    Buffer.from(content as Uint8Array),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(end, 'latin1')]);
}

/** A submission of two pictures. */
export function submission(person: Uint8Array, garment: Uint8Array): HostileInput['request'] {
  return {
    method: 'POST',
    path: PATH,
    headers: { 'content-type': TYPE },
    body: formBody([
      [file('user_image'), person],
      [file('garment_front'), garment],
    ]),
  };
}

/** Forms that are no such forms. */
export function formAbuse({ png }: ValidPictures): readonly HostileInput[] {
  const person: Part = [file('user_image'), png];
  const garment: Part = [file('garment_front'), png];
  const both = [person, garment];
  const form = (parts: readonly Part[], headers: Readonly<Record<string, string>> = {}) => ({
    method: 'POST',
    path: PATH,
    headers: { 'content-type': TYPE, ...headers },
    body: formBody(parts),
  });
  const bare = (body: Uint8Array, type = TYPE) => ({
    method: 'POST',
    path: PATH,
    headers: { 'content-type': type },
    body,
  });
  const whole = formBody(both);
  const named = (filename: string) => form([[file('user_image', filename), png], garment]);

  const inputs: Readonly<Record<string, readonly [HostileInput['request'], readonly Verdict[]]>> = {
    'a form without fields': [form([]), ['IMAGE_MISSING', 'INVALID_REQUEST']],
    'a form without a garment': [form([person]), ['IMAGE_MISSING']],
    'a form without a person': [form([garment]), ['IMAGE_MISSING']],
    'two persons': [form([person, ...both]), INVALID],
    'an unknown file': [form([...both, [file('hat'), png]]), INVALID],
    'an unknown text': [form([...both, [text('hat'), 'large']]), INVALID],
    'a prototype as a field': [form([...both, [text('__proto__'), '{}']]), INVALID],
    'a constructor as a field': [form([...both, [text('constructor'), '{}']]), INVALID],
    'a text for a picture': [form([[text('user_image'), 'me'], garment]), INVALID],
    'a file for a text': [form([...both, [file('category'), 'upper']]), INVALID],
    'a part without a name': [form([...both, [disposition('filename="x"'), png]]), INVALID],
    'a part without a disposition': [
      form([...both, ['X-Part: 1', 'text']]),
      ['accepted', 'INVALID_REQUEST'],
    ],
    'two hundred parts': [
      form(Array.from({ length: 200 }, (_, index) => [text(`field${index}`), 'x'])),
      ['INVALID_REQUEST', 'PAYLOAD_TOO_LARGE'],
    ],
    'a field name of a megabyte': [
      form([...both, [text('n'.repeat(2 ** 20)), 'x']]),
      ['INVALID_REQUEST', 'PAYLOAD_TOO_LARGE'],
    ],
    'a text of a megabyte': [
      form([...both, [text('category'), 'x'.repeat(2 ** 20)]]),
      ['INVALID_REQUEST', 'PAYLOAD_TOO_LARGE'],
    ],
    'a part with a thousand headers': [
      form([...both, [`${text('seed')}\r\n${'X-More: 1\r\n'.repeat(1_000)}X-Last: 1`, '1']]),
      ['accepted', 'INVALID_REQUEST'],
    ],
    'a form in a form': [
      form([
        ...both,
        [`${text('options')}\r\nContent-Type: multipart/mixed; boundary=b`, '--b\r\n'],
      ]),
      INVALID,
    ],
    'a form cut off in a picture': [bare(whole.subarray(0, whole.length / 2)), INVALID],
    'a form without an end': [bare(formBody(both, '')), INVALID],
    'another boundary': [
      bare(whole, 'multipart/form-data; boundary=other'),
      ['IMAGE_MISSING', 'INVALID_REQUEST'],
    ],
    'no boundary': [
      bare(whole, 'multipart/form-data'),
      ['INVALID_REQUEST', 'UNSUPPORTED_MEDIA_TYPE'],
    ],
    'an endless boundary': [
      bare(whole, `multipart/form-data; boundary=${'b'.repeat(5_000)}`),
      ['IMAGE_MISSING', 'INVALID_REQUEST', 'UNSUPPORTED_MEDIA_TYPE'],
    ],
    'no body': [bare(new Uint8Array()), ['IMAGE_MISSING', 'INVALID_REQUEST']],
    'json instead of a form': [
      bare(Buffer.from('{}'), 'application/json'),
      ['UNSUPPORTED_MEDIA_TYPE'],
    ],
    'a picture instead of a form': [bare(png, 'image/png'), ['UNSUPPORTED_MEDIA_TYPE']],
    'a form of another kind': [
      bare(Buffer.from('user_image=x'), 'application/x-www-form-urlencoded'),
      ['UNSUPPORTED_MEDIA_TYPE'],
    ],
    'a body that announces 61 MiB': [
      { ...form(both), headers: { 'content-type': TYPE, 'content-length': String(61 * 2 ** 20) } },
      ['PAYLOAD_TOO_LARGE'],
    ],
    'a file name that climbs': [named('../../../../etc/passwd'), ['accepted']],
    'a file name with a zero byte': [named('photo.png\x00.exe'), ['accepted', 'INVALID_REQUEST']],
    'a file name of ten thousand letters': [
      named('n'.repeat(10_000)),
      ['accepted', 'INVALID_REQUEST'],
    ],
    'a picture that says it is svg': [
      form([[`${file('user_image', 'x.svg')}\r\nContent-Type: image/svg+xml`, png], garment]),
      ['accepted'],
    ],
    'a webhook to ourselves': [
      form([...both, [text('webhook_url'), 'http://127.0.0.1/']]),
      INVALID,
    ],
  };
  const texts: readonly (readonly [field: string, value: string])[] = [
    ['category', 'hat'],
    ['category', ''],
    ['seed', '-1'],
    ['seed', '1e99'],
    ['seed', 'NaN'],
    ['seed', '4294967296'],
    ['seed', '0x10'],
    ['options', '{'],
    ['options', '[]'],
    ['options', 'null'],
    ['options', '"text"'],
    ['options', '{"pose":{"network":"../../etc"}}'],
    ['options', '{"work":{"res_long":1e9}}'],
    ['options', '{"vton":{"enabled":false}}'],
    ['options', '{"__proto__":{"polluted":true}}'],
    ['options', '['.repeat(8_000)],
    ['options', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
  ];
  const keys: Readonly<Record<string, string>> = {
    'of 256 letters': 'k'.repeat(256),
    'that is empty': '',
    'beyond ascii': 'schl\xfcssel',
  };
  return [
    ...Object.entries(inputs).map(([name, [request, verdicts]]) => ({ name, request, verdicts })),
    ...texts.map(([field, value]) => ({
      name: `${field} ${value.slice(0, 40)}`,
      request: form([...both, [text(field), value]]),
      verdicts: INVALID,
    })),
    ...Object.entries(keys).map(([what, key]) => ({
      name: `an idempotency key ${what}`,
      request: form(both, { 'idempotency-key': key }),
      verdicts: INVALID,
    })),
  ];
}
