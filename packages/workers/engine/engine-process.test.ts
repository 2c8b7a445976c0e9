import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { BrokenPassError } from './broken-pass-error.ts';
import { EngineProcess } from './engine-process.ts';
import { act, MISBEHAVING } from './testing/engine-options.ts';

const engines: EngineProcess[] = [];
const calm = { signal: new AbortController().signal, timeLimitMs: 20_000 };

async function start(limits: Partial<typeof MISBEHAVING.limits> = {}): Promise<EngineProcess> {
  const engine = await EngineProcess.start({
    ...MISBEHAVING,
    limits: { ...MISBEHAVING.limits, ...limits },
  });
  engines.push(engine);
  return engine;
}

afterEach(() => {
  for (const engine of engines.splice(0)) engine.kill();
});

describe('an engine process', () => {
  it('does one task after another and reports progress', async () => {
    const engine = await start();
    const seen: StageProgress[] = [];
    const onProgress = (progress: StageProgress) => seen.push(progress);
    await engine.run(act('work'), { ...calm, onProgress });
    await engine.run(act('work'), { ...calm, onProgress });
    expect(seen).toEqual([
      { stage: 'pose', progress: 0.5 },
      { stage: 'pose', progress: 0.5 },
    ]);
    expect(engine.state).toBe('ready');
  });

  it('passes on a coded refusal and can go on working', async () => {
    const engine = await start();
    await expect(engine.run(act('refuse'), calm)).rejects.toMatchObject({
      code: 'NO_PERSON',
      stage: 'pose',
    });
    await expect(engine.run(act('work'), calm)).resolves.toBeNull();
  });

  it('keeps the text of an unexpected error out of the message', async () => {
    const engine = await start();
    const failure = await engine.run(act('throw'), calm).catch((error) => error);
    expect(failure.code).toBe('INTERNAL');
    expect(failure.message).not.toContain('secret');
    expect(String(failure.cause)).toContain('secret internals');
  });

  it.each(['crash', 'exit'])('reports a child that dies (%s) as ENGINE_CRASHED', async (death) => {
    const engine = await start();
    await expect(engine.run(act(death), calm)).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
    expect(engine.state).toBe('defunct');
  });

  it.each(['spin', 'silence'])(
    'ends a task that never ends (%s) at its time limit',
    async (way) => {
      const engine = await start();
      const options = { ...calm, timeLimitMs: 400 };
      await expect(engine.run(act(way), options)).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT' });
      expect(engine.state).toBe('defunct');
    },
  );

  it('ends an engine whose heart stopped beating', async () => {
    const engine = await start({ heartbeatMs: 400 });
    await expect(engine.run(act('spin'), calm)).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT' });
  });

  it.runIf(process.platform === 'linux')('ends an engine that outgrows its memory', async () => {
    const engine = await start();
    await expect(engine.run(act('grow'), calm)).rejects.toMatchObject({ code: 'ENGINE_MEMORY' });
  });

  it('lets a canceled task stop by itself and keeps the engine', async () => {
    const engine = await start();
    const abort = new AbortController();
    const run = engine.run(act('wait'), { ...calm, signal: abort.signal });
    abort.abort();
    await expect(run).rejects.toMatchObject({ code: 'CANCELED' });
    expect(engine.state).toBe('ready');
  });

  it('kills an engine that does not listen to cancellation', async () => {
    const engine = await start();
    const abort = new AbortController();
    const run = engine.run(act('spin'), { ...calm, signal: abort.signal });
    abort.abort();
    await expect(run).rejects.toMatchObject({ code: 'CANCELED' });
    expect(engine.state).toBe('defunct');
  });

  it('does not start a task that is canceled already', async () => {
    const engine = await start();
    const run = engine.run(act('work'), { ...calm, signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ code: 'CANCELED' });
  });

  it('does the tasks of a pass in order, each with an end and a time limit of its own', async () => {
    const engine = await start();
    const limited = { ...calm, timeLimitMs: 700 };
    const ends = engine.runPass(
      ['wait', 'refuse', 'wait', 'throw', 'wait', 'wait'].map((what) => ({
        task: act(what),
        options: limited,
      })),
    );
    const settled = await Promise.allSettled(ends);
    const words = settled.map((end) => (end.status === 'fulfilled' ? 'done' : end.reason.code));
    expect(words).toEqual(['done', 'NO_PERSON', 'done', 'INTERNAL', 'done', 'done']);
    expect(engine.state).toBe('ready');
  });

  it('blames nobody in particular when it dies in a pass, and keeps what was done', async () => {
    const engine = await start();
    const items = ['work', 'crash', 'work'].map((what) => ({ task: act(what), options: calm }));
    const [first, second, third] = await Promise.allSettled(engine.runPass(items));
    expect(first).toEqual({ status: 'fulfilled', value: null });
    for (const end of [second, third]) {
      expect(end).toMatchObject({ status: 'rejected', reason: expect.any(BrokenPassError) });
    }
  });

  it('leaves a canceled task of a pass out, and does the others', async () => {
    const engine = await start();
    const canceled = new AbortController();
    const late = new AbortController();
    const items = [
      { task: act('wait'), options: calm },
      { task: act('work'), options: { ...calm, signal: late.signal } },
      { task: act('crash'), options: { ...calm, signal: canceled.signal } },
      { task: act('work'), options: calm },
    ];
    canceled.abort();
    const ends = engine.runPass(items);
    const order: number[] = [];
    for (const [index, end] of ends.entries()) {
      end.catch(() => {}).then(() => order.push(index));
    }
    late.abort();
    const codes = (await Promise.allSettled(ends)).map((end) =>
      end.status === 'fulfilled' ? 'done' : end.reason.code,
    );
    expect(codes).toEqual(['done', 'CANCELED', 'CANCELED', 'done']);
    // Nobody waits for its turn to hear that it will not come.
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(0));
  });

  it('fails to start when its program does not run', async () => {
    const entry = new URL('./there-is-no-such-file.ts', import.meta.url);
    const start = EngineProcess.start({ ...MISBEHAVING, entry });
    await expect(start).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
  });

  it.runIf(process.platform === 'linux')('hands no secret of ours to its child', async () => {
    process.env.STORAGE_SIGNING_SECRET = 'not for children';
    try {
      const engine = await start();
      const environment = readFileSync(`/proc/${engine.pid}/environ`, 'utf8');
      expect(environment).toContain('PATH=');
      expect(environment).not.toContain('not for children');
    } finally {
      delete process.env.STORAGE_SIGNING_SECRET;
    }
  });

  it('leaves its compiled program to the engines after it, although it is killed', async () => {
    const preparedFolder = await mkdtemp(join(tmpdir(), 'proteus-code-'));
    const compiled = () =>
      readdirSync(preparedFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ).length;
    try {
      const entry = new URL('./main.ts', import.meta.url);
      engines.push(await EngineProcess.start({ ...MISBEHAVING, entry, preparedFolder }));
      await expect.poll(compiled, { timeout: 10_000 }).toBeGreaterThan(100);
    } finally {
      for (const engine of engines.splice(0)) engine.kill();
      await rm(preparedFolder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});
