import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakePicture } from '../testing/fake-pictures.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { formRequest } from '../testing/tryon-form.ts';

type Fields = Parameters<typeof formRequest>[0];

const { signal } = new AbortController();
let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

async function parse(fields: Fields, query = '') {
  return await gateway.app.inject({
    ...(await formRequest(fields)),
    url: `/v1/parse${query}`,
  });
}

describe('POST /v1/parse', () => {
  it('answers with a picture of the parts, made of the safe copy of the photo', async () => {
    const reply = await parse([['image', fakePicture('somebody')]]);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('image/png');
    expect(reply.body).toBe('map of normalised picture somebody');
  });

  it('answers with parts, areas and pose when JSON is asked for', async () => {
    const reply = await parse([['image', fakePicture('somebody')]], '?format=json');
    expect(reply.headers['content-type']).toContain('application/json');
    expect(reply.json()).toMatchObject({
      width: 300,
      height: 400,
      parts: [{ index: 2, name: 'face', colour: '#ffaa82' }],
      pose: { landmarks: [{ name: 'nose', x: 0.5 }] },
      map: expect.stringMatching(/^data:image\/png;base64,/),
    });
  });

  it('takes brush strokes', async () => {
    const stroke = '[{"part":"hair","radius":0.1,"points":[{"x":0.5,"y":0.1}]}]';
    const fields: Fields = [
      ['image', fakePicture('somebody')],
      ['person_mask', stroke],
    ];
    const reply = await parse(fields, '?format=json');
    expect(reply.json().parts[0].area).toBeCloseTo(0.2);
  });

  it('keeps nothing', async () => {
    await parse([['image', fakePicture('somebody')]]);
    expect(await Array.fromAsync(gateway.store.list('', signal))).toEqual([]);
    expect((await gateway.jobs.list({ ownerId: 'local', limit: 10 })).jobs).toEqual([]);
  });

  it.each<readonly [string, Fields, string, number, string, string | undefined]>([
    ['no picture', [], '', 400, 'IMAGE_MISSING', 'image'],
    ['an empty picture', [['image', new Uint8Array()]], '', 400, 'IMAGE_MISSING', 'image'],
    ['a text for a picture', [['image', 'a text']], '', 400, 'INVALID_REQUEST', 'image'],
    [
      'an unknown field',
      [['user_image', fakePicture('a')]],
      '',
      400,
      'INVALID_REQUEST',
      'user_image',
    ],
    [
      'no picture at all',
      [['image', new Uint8Array([1])]],
      '',
      415,
      'IMAGE_TYPE_UNSUPPORTED',
      'image',
    ],
    ['a broken picture', [['image', fakePicture('broken')]], '', 422, 'IMAGE_UNREADABLE', 'image'],
    [
      'an unknown format',
      [['image', fakePicture('a')]],
      '?format=gif',
      400,
      'INVALID_REQUEST',
      'format',
    ],
    ['nobody in it', [['image', fakePicture('nobody')]], '', 422, 'NO_PERSON', undefined],
    [
      'strokes that are no JSON',
      [
        ['image', fakePicture('a')],
        ['person_mask', '{'],
      ],
      '',
      400,
      'INVALID_REQUEST',
      'person_mask',
    ],
  ])('refuses %s', async (_what, fields, query, status, code, path) => {
    const reply = await parse(fields, query);
    expect([reply.statusCode, reply.json().error.code]).toEqual([status, code]);
    const paths = reply.json().error.details?.map((detail: { path: string }) => detail.path);
    expect(paths?.includes(path) ?? path === undefined).toBe(true);
  });

  it('refuses a body that is no form', async () => {
    const reply = await gateway.app.inject({ method: 'POST', url: '/v1/parse', payload: { a: 1 } });
    expect(reply.statusCode).toBe(415);
  });
});
