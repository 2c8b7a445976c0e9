import type { Vton } from '@proteus/contracts/api/vtons.ts';
import { submission } from '@proteus/platform/database/testing/test-jobs.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signUp, type TestUser } from '../testing/sign-up.ts';
import { createTestGateway, type TestGateway } from '../testing/test-gateway.ts';
import { upload, uploadUrl } from '../testing/upload.ts';
import { beginNext, complete } from '../testing/work-on-job.ts';

let gateway: TestGateway;
let ana: TestUser;
let bo: TestUser;
beforeEach(async () => {
  gateway = await createTestGateway();
  ana = await signUp(gateway, 'ana@example.org');
  bo = await signUp(gateway, 'bo@example.org');
});
afterEach(() => gateway.close());

const create = async (user: TestUser, payload: object = {}) =>
  (await user.inject({ method: 'POST', url: '/vton', payload })).json<Vton>();
const weave = (user: TestUser, vton_id: string, snap: string, outfit: string) =>
  user.inject({
    method: 'POST',
    url: '/jobs/weaver',
    payload: { vton_id, user_snap_s3: snap, uncleaned_outfit_s3: outfit },
  });

const tailor = (user: TestUser, vton_id: string, outfit: string) =>
  user.inject({
    method: 'POST',
    url: '/jobs/tailor',
    payload: { vton_id, uncleaned_outfit_s3: outfit },
  });

describe('the try-ons of the app', () => {
  it('go from draft to picture', async () => {
    const [snap, outfit] = [await upload(ana, 'snap'), await upload(ana, 'outfit')];
    const vton = await create(ana, { name: 'Summer', category: 'upper' });
    expect(vton).toMatchObject({ name: 'Summer', status: 'draft', result_s3: null });

    const accepted = await weave(ana, vton.id, snap, outfit);
    expect(accepted.statusCode).toBe(202);
    const look = async () => (await ana.inject({ url: `/vton/${vton.id}` })).json<Vton>();
    expect(await look()).toMatchObject({
      status: 'queued',
      job_id: accepted.json().job_id,
      user_snap_s3: snap,
      uncleaned_outfit_s3: outfit,
    });

    await complete(gateway, await beginNext(gateway));
    const done = await look();
    expect(done.status).toBe('completed');
    const url = await ana.inject({
      method: 'POST',
      url: '/images/presignedDownloadUrl',
      payload: { key: done.result_s3 },
    });
    expect(url.statusCode).toBe(200);
    const foreign = await bo.inject({
      method: 'POST',
      url: '/images/presignedDownloadUrl',
      payload: { key: done.result_s3 },
    });
    expect(foreign.statusCode).toBe(404);
  });

  it('are nobody else’s', async () => {
    const { id } = await create(ana);
    const url = `/vton/${id}`;
    expect((await bo.inject({ url })).statusCode).toBe(404);
    expect((await bo.inject({ method: 'PUT', url, payload: { name: 'x' } })).statusCode).toBe(404);
    expect((await bo.inject({ method: 'DELETE', url })).statusCode).toBe(404);
    expect((await bo.inject({ url: '/vton' })).json()).toEqual({ vtons: [], next_cursor: null });
    expect((await gateway.app.inject({ url })).statusCode).toBe(401);
    expect((await ana.inject({ url })).statusCode).toBe(200);
  });

  it('come in pages', async () => {
    const made: string[] = [];
    for (const name of ['1', '2', '3']) made.push((await create(ana, { name })).id);
    const first = (await ana.inject({ url: '/vton?limit=2' })).json();
    const second = (await ana.inject({ url: `/vton?limit=2&cursor=${first.next_cursor}` })).json();
    const ids = [...first.vtons, ...second.vtons].map(({ id }) => id);
    expect(ids).toEqual(made.toReversed());
    expect(second.next_cursor).toBeNull();
  });

  it('change, and refuse keys that are not the user’s uploads', async () => {
    const { id } = await create(ana);
    const put = (payload: object) => ana.inject({ method: 'PUT', url: `/vton/${id}`, payload });
    const snap = await upload(ana, 'snap');
    expect((await put({ name: 'New', user_snap_s3: snap })).json()).toMatchObject({
      name: 'New',
      user_snap_s3: snap,
    });
    const foreign = await put({ user_snap_s3: await upload(bo, 'snap') });
    expect(foreign.statusCode).toBe(404);
    expect(foreign.json().error.details[0].path).toBe('user_snap_s3');
  });

  it('are gone once removed, and their job is canceled', async () => {
    const vton = await create(ana);
    const accepted = await weave(
      ana,
      vton.id,
      await upload(ana, 'snap'),
      await upload(ana, 'outfit'),
    );
    const url = `/vton/${vton.id}`;
    expect((await ana.inject({ method: 'DELETE', url })).statusCode).toBe(204);
    expect((await ana.inject({ url })).statusCode).toBe(404);
    expect((await gateway.jobs.find(accepted.json().job_id))?.status).toBe('canceled');
  });
});

describe('handing a try-on to the workers', () => {
  it('needs uploads that are there, are pictures and are the user’s own', async () => {
    const { id } = await create(ana);
    const [snap, outfit] = [await upload(ana, 'snap'), await upload(ana, 'outfit')];
    const { key: empty } = await uploadUrl(ana);
    const broken = await upload(ana, 'broken');
    const foreign = await upload(bo, 'outfit');
    const cases = [
      [empty, outfit, 'UPLOAD_MISSING'],
      [snap, broken, 'IMAGE_UNREADABLE'],
      [snap, foreign, 'NOT_FOUND'],
      ['jobs/x/result.png', outfit, 'NOT_FOUND'],
    ] as const;
    for (const [person, garment, code] of cases) {
      expect((await weave(ana, id, person, garment)).json().error.code).toBe(code);
    }
    expect((await weave(bo, id, foreign, foreign)).statusCode).toBe(404);
    expect(await gateway.queues.weaver.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('refuses an upload that is too large, and removes it', async () => {
    const { id } = await create(ana);
    const [{ key: large }, outfit] = [await uploadUrl(ana), await upload(ana, 'outfit')];
    const signal = AbortSignal.timeout(10_000);
    const bytes = new Uint8Array(gateway.settings.MAX_IMAGE_BYTES + 1);
    await gateway.store.put(large, bytes, 'image/png', signal);
    const reply = await weave(ana, id, large, outfit);
    expect(reply.json().error.code).toBe('IMAGE_FILE_TOO_LARGE');
    expect(await gateway.store.head(large, signal)).toBeNull();
  });

  it('cancels the job before it', async () => {
    const { id } = await create(ana);
    const [snap, outfit] = [await upload(ana, 'snap'), await upload(ana, 'outfit')];
    const first = (await weave(ana, id, snap, outfit)).json().job_id;
    const second = (await weave(ana, id, snap, await upload(ana, 'other'))).json().job_id;
    expect((await gateway.jobs.find(first))?.status).toBe('canceled');
    expect((await gateway.jobs.find(second))?.status).toBe('queued');
  });
});

describe('having an outfit cut out', () => {
  it('shows the cut-out with its try-on, to its owner', async () => {
    const { id } = await create(ana, { category: 'dress' });
    const outfit = await upload(ana, 'outfit');
    const accepted = await tailor(ana, id, outfit);
    expect(accepted.statusCode).toBe(202);
    const jobId = accepted.json<{ job_id: string }>().job_id;
    expect(accepted.json()).toEqual({ job_id: jobId });
    expect(await gateway.jobs.find(jobId)).toMatchObject({
      kind: 'tailor',
      category: 'dress',
      personKey: null,
    });
    const look = async () => (await ana.inject({ url: `/vton/${id}` })).json<Vton>();
    const waiting = await look();
    expect(waiting).toMatchObject({
      status: 'draft',
      job_id: null,
      tailor_job_id: jobId,
      uncleaned_outfit_s3: outfit,
      cleaned_outfit_s3: null,
    });

    await complete(gateway, await beginNext(gateway, 'tailor'));
    const done = await look();
    expect(done).toMatchObject({ status: 'draft', cleaned_outfit_s3: `jobs/${jobId}/result.png` });
    const download = { key: done.cleaned_outfit_s3 };
    const ask = (user: TestUser) =>
      user.inject({ method: 'POST', url: '/images/presignedDownloadUrl', payload: download });
    expect((await ask(ana)).statusCode).toBe(200);
    expect((await ask(bo)).statusCode).toBe(404);
    const view = await ana.inject({ url: `/v1/jobs/${jobId}` });
    expect(view.json()).toMatchObject({ job_type: 'outfit_clean', status: 'completed' });
  });

  it('needs an upload that is there, is a picture and is the user’s own', async () => {
    const { id } = await create(ana);
    const [foreign, broken] = [await upload(bo, 'outfit'), await upload(ana, 'broken')];
    const { key: empty } = await uploadUrl(ana);
    const { id: jobId } = await gateway.jobs
      .accept(submission({ ownerId: ana.user.id }))
      .then(({ job }) => job);
    const cases = [
      [empty, 'UPLOAD_MISSING'],
      [broken, 'IMAGE_UNREADABLE'],
      [foreign, 'NOT_FOUND'],
      [`jobs/${jobId}/result.png`, 'NOT_FOUND'],
      ['../etc/passwd', 'NOT_FOUND'],
      ['', 'INVALID_REQUEST'],
    ] as const;
    for (const [key, code] of cases) {
      expect((await tailor(ana, id, key)).json().error.code).toBe(code);
    }
    const mine = await upload(bo, 'mine');
    expect((await tailor(bo, id, mine)).statusCode).toBe(404);
    expect((await tailor(ana, 'no-such-try-on', await upload(ana, 'x'))).statusCode).toBe(404);
    const stranger = await gateway.app.inject({
      method: 'POST',
      url: '/jobs/tailor',
      payload: { vton_id: id, uncleaned_outfit_s3: mine },
    });
    expect(stranger.statusCode).toBe(401);
    expect(await gateway.queues.tailor.depth()).toEqual({ waiting: 0, active: 0 });
  });

  it('cancels the cutting before it, and leaves the try-on’s own job alone', async () => {
    const { id } = await create(ana);
    const [snap, outfit] = [await upload(ana, 'snap'), await upload(ana, 'outfit')];
    const woven = (await weave(ana, id, snap, outfit)).json().job_id;
    const first = (await tailor(ana, id, outfit)).json().job_id;
    const second = (await tailor(ana, id, outfit)).json().job_id;
    const status = async (jobId: string) => (await gateway.jobs.find(jobId))?.status;
    expect([await status(woven), await status(first), await status(second)]).toEqual([
      'queued',
      'canceled',
      'queued',
    ]);
  });

  it('is forgotten when the try-on shows another outfit', async () => {
    const { id } = await create(ana);
    await tailor(ana, id, await upload(ana, 'outfit'));
    await complete(gateway, await beginNext(gateway, 'tailor'));
    const other = await upload(ana, 'other');
    const changed = await ana.inject({
      method: 'PUT',
      url: `/vton/${id}`,
      payload: { uncleaned_outfit_s3: other },
    });
    expect(changed.json()).toMatchObject({ cleaned_outfit_s3: null, tailor_job_id: null });
  });

  it('has a queue of its own, with its own bound', async () => {
    await gateway.close();
    gateway = await createTestGateway({ environment: { MAX_QUEUE: '1' } });
    ana = await signUp(gateway, 'ana@example.org');
    const { id } = await create(ana);
    const [snap, outfit] = [await upload(ana, 'snap'), await upload(ana, 'outfit')];
    expect((await weave(ana, id, snap, outfit)).statusCode).toBe(202);
    expect((await tailor(ana, id, outfit)).statusCode).toBe(202);
    const full = await tailor(ana, id, outfit);
    expect([full.statusCode, full.json().error.code]).toEqual([429, 'QUEUE_FULL']);
  });
});
