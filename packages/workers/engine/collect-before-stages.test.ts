import { afterEach, describe, expect, it, vi } from 'vitest';
import { collectBeforeStages } from './collect-before-stages.ts';

const MEGABYTE = 2 ** 20;

/** Lets the process hold so many megabytes of pixels, until it holds others. */
function hold(megabytes: number): void {
  const usage = { ...process.memoryUsage(), arrayBuffers: megabytes * MEGABYTE };
  vi.spyOn(process, 'memoryUsage').mockReturnValue(usage);
}

describe('collecting before stages', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('comes before stages that need room, ahead of the report that they begin', () => {
    const order: string[] = [];
    vi.stubGlobal('gc', () => order.push('collected'));
    hold(0);
    const report = collectBeforeStages(({ stage }) => order.push(stage));
    for (const [index, stage] of (['ingest', 'garment', 'warp', 'vton'] as const).entries()) {
      hold(60 * index);
      report({ stage, progress: 0 });
    }
    expect(order).toEqual(['ingest', 'collected', 'garment', 'warp', 'collected', 'vton']);
  });

  it('waits until enough has piled up since the last one', () => {
    const gc = vi.fn(() => hold(30));
    vi.stubGlobal('gc', gc);
    hold(10);
    const report = collectBeforeStages(() => {});
    hold(45);
    report({ stage: 'garment', progress: 0 });
    expect(gc).not.toHaveBeenCalled();
    hold(80);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(1);
    hold(65);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(1);
    hold(75);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(2);
  });

  it('reports a stage that is entered anew only once', () => {
    const onProgress = vi.fn();
    const report = collectBeforeStages(onProgress);
    for (const progress of [0.7, 0.7, 0.8]) report({ stage: 'vton', progress });
    report({ stage: 'quality', progress: 0.8 });
    expect(onProgress.mock.calls.map(([{ stage, progress }]) => [stage, progress])).toEqual([
      ['vton', 0.7],
      ['vton', 0.8],
      ['quality', 0.8],
    ]);
  });

  it('is left out where Node offers no collection', () => {
    vi.stubGlobal('gc', undefined);
    const onProgress = vi.fn();
    collectBeforeStages(onProgress)({ stage: 'vton', progress: 0.7 });
    expect(onProgress).toHaveBeenCalledWith({ stage: 'vton', progress: 0.7 });
  });
});
