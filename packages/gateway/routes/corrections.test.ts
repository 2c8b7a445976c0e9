import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { tryonRequest } from '../testing/tryon-form.ts';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

const LANDMARKS = { left_shoulder: { x: 0.25, y: 0.1 }, right_hem: { x: 0.7, y: 0.95 } };
const STROKES = [{ part: 'upper-clothes', radius: 0.02, points: [{ x: 0.5, y: 0.5 }] }];

async function viewOf(reply: { json(): { job_id: string } }) {
  const { job_id } = reply.json();
  return (await gateway.app.inject({ url: `/v1/jobs/${job_id}` })).json();
}

function byAddresses(body: object) {
  return gateway.app.inject({
    method: 'POST',
    url: '/v1/jobs/tryon-from-urls',
    payload: {
      user_image_url: 'https://pictures.example/person.png',
      garment_front_url: 'https://pictures.example/garment.png',
      ...body,
    },
  });
}

describe('corrections of a submission', () => {
  it('are kept with a job that came as a form, and shown', async () => {
    const reply = await gateway.app.inject(
      await tryonRequest([
        ['garment_landmarks', JSON.stringify(LANDMARKS)],
        ['person_mask', JSON.stringify(STROKES)],
        ['tuck', 'in'],
      ]),
    );
    expect(reply.statusCode).toBe(202);
    expect((await viewOf(reply)).corrections).toEqual({
      garment_landmarks: LANDMARKS,
      person_mask: STROKES,
      tuck: 'in',
    });
  });

  it('are kept with a job that came as addresses', async () => {
    const reply = await byAddresses({ garment_landmarks: LANDMARKS, tuck: 'out' });
    expect(reply.statusCode).toBe(202);
    const job = await gateway.jobs.find(reply.json().job_id);
    expect(job?.corrections).toEqual({
      garment_landmarks: LANDMARKS,
      person_mask: [],
      tuck: 'out',
    });
  });

  it('are none when the submission brings none, or empty fields', async () => {
    const nothing = { garment_landmarks: {}, person_mask: [], tuck: 'auto' };
    const plain = await gateway.app.inject(await tryonRequest());
    expect((await viewOf(plain)).corrections).toEqual(nothing);
    const empty = await gateway.app.inject(
      await tryonRequest([
        ['garment_landmarks', ''],
        ['person_mask', ' '],
      ]),
    );
    expect((await viewOf(empty)).corrections).toEqual(nothing);
  });

  it('leave the seed as it is: the grain must not jump while somebody drags a point', async () => {
    const plain = await viewOf(await gateway.app.inject(await tryonRequest()));
    const corrected = await viewOf(
      await gateway.app.inject(
        await tryonRequest([
          ['tuck', 'in'],
          ['garment_landmarks', JSON.stringify(LANDMARKS)],
        ]),
      ),
    );
    expect(corrected.seed).toBe(plain.seed);
  });

  it.each([
    ['no JSON', 'garment_landmarks', '{', 'garment_landmarks'],
    [
      'an unknown landmark',
      'garment_landmarks',
      '{"nose":{"x":0,"y":0}}',
      'garment_landmarks.nose',
    ],
    [
      'a place outside the photo',
      'garment_landmarks',
      '{"left_hem":{"x":1.1,"y":0}}',
      'garment_landmarks.left_hem.x',
    ],
    ['a list for an object', 'garment_landmarks', '[]', 'garment_landmarks'],
    [
      'landmarks that cross',
      'garment_landmarks',
      '{"left_hem":{"x":0.6,"y":0.9},"right_hem":{"x":0.4,"y":0.9}}',
      'garment_landmarks.left_hem',
    ],
    ['no list of strokes', 'person_mask', '{}', 'person_mask'],
    [
      'an unknown part',
      'person_mask',
      '[{"part":"tail","radius":0.1,"points":[{"x":0,"y":0}]}]',
      'person_mask.0.part',
    ],
    [
      'a brush as wide as the photo',
      'person_mask',
      '[{"part":"hair","radius":1,"points":[{"x":0,"y":0}]}]',
      'person_mask.0.radius',
    ],
    [
      'a stroke without points',
      'person_mask',
      '[{"part":"hair","radius":0.1,"points":[]}]',
      'person_mask.0.points',
    ],
    ['an unknown way to tuck', 'tuck', 'sideways', 'tuck'],
  ])('with %s are refused, naming the field', async (_what, field, value, path) => {
    const reply = await gateway.app.inject(await tryonRequest([[field, value]]));
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error.code).toBe('INVALID_REQUEST');
    expect(reply.json().error.details).toEqual([expect.objectContaining({ path })]);
  });

  it('with more points than a job keeps are refused, however they are spread', async () => {
    const stroke = {
      part: 'hair',
      radius: 0.1,
      points: Array.from({ length: 450 }, () => ({ x: 0.5, y: 0.5 })),
    };
    const strokes = Array.from({ length: 10 }, () => stroke);
    const form = await gateway.app.inject(
      await tryonRequest([['person_mask', JSON.stringify(strokes)]]),
    );
    expect(form.json().error.details).toEqual([expect.objectContaining({ path: 'person_mask' })]);
    const addresses = await byAddresses({ person_mask: strokes });
    expect(addresses.json().error.details).toEqual([
      expect.objectContaining({ path: 'person_mask' }),
    ]);
  });

  it('of any length are cut off before they fill the memory', async () => {
    const tooLong = await gateway.app.inject(
      await tryonRequest([['person_mask', ' '.repeat(300_000)]]),
    );
    expect(tooLong.statusCode).toBe(413);
    const shortField = await gateway.app.inject(
      await tryonRequest([['garment_landmarks', ' '.repeat(20_000)]]),
    );
    expect(shortField.statusCode).toBe(413);
  });
});
