import { afterEach, describe, expect, it, vi } from 'vitest';
import { collectBetweenSteps } from './collect-between-steps.ts';

const MEGABYTE = 2 ** 20;

/** Lets the process hold so many megabytes of pixels, until it holds others. */
function hold(megabytes: number): void {
  const usage = { ...process.memoryUsage(), arrayBuffers: megabytes * MEGABYTE };
  vi.spyOn(process, 'memoryUsage').mockReturnValue(usage);
}

describe('collecting between steps', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('comes before a stage, ahead of the report that it begins', () => {
    const order: string[] = [];
    vi.stubGlobal('gc', () => order.push('collected'));
    hold(0);
    const report = collectBetweenSteps(({ stage }) => order.push(stage));
    for (const [index, stage] of (['ingest', 'garment', 'warp', 'vton'] as const).entries()) {
      hold(20 * index);
      report({ stage, progress: 0 });
    }
    expect(order).toEqual(['ingest', 'garment', 'collected', 'warp', 'vton']);
  });

  it('waits until enough has piled up since the last one', () => {
    const gc = vi.fn(() => hold(30));
    vi.stubGlobal('gc', gc);
    hold(10);
    const report = collectBetweenSteps(() => {});
    hold(30);
    report({ stage: 'garment', progress: 0 });
    expect(gc).not.toHaveBeenCalled();
    hold(80);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(1);
    hold(50);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(1);
    hold(60);
    report({ stage: 'vton', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(2);
  });

  it('counts from the least that was held meanwhile', () => {
    const gc = vi.fn();
    vi.stubGlobal('gc', gc);
    hold(60);
    const report = collectBetweenSteps(() => {});
    hold(10);
    report({ stage: 'pose', progress: 0 });
    hold(40);
    report({ stage: 'garment', progress: 0 });
    expect(gc).toHaveBeenCalledTimes(1);
  });

  it('reports a stage that is entered anew only once', () => {
    const onProgress = vi.fn();
    const report = collectBetweenSteps(onProgress);
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
    collectBetweenSteps(onProgress)({ stage: 'vton', progress: 0.7 });
    expect(onProgress).toHaveBeenCalledWith({ stage: 'vton', progress: 0.7 });
  });
});
