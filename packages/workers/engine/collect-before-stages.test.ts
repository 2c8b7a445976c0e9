import { afterEach, describe, expect, it, vi } from 'vitest';
import { collectBeforeStages } from './collect-before-stages.ts';

describe('collecting before stages', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('comes before stages that need room, ahead of the report that they begin', () => {
    const order: string[] = [];
    vi.stubGlobal('gc', () => order.push('collected'));
    const report = collectBeforeStages(({ stage }) => order.push(stage));
    for (const stage of ['ingest', 'warp', 'geometry', 'vton'] as const) {
      report({ stage, progress: 0 });
    }
    expect(order).toEqual(['ingest', 'collected', 'warp', 'geometry', 'collected', 'vton']);
  });

  it('is left out where Node offers no collection', () => {
    vi.stubGlobal('gc', undefined);
    const onProgress = vi.fn();
    collectBeforeStages(onProgress)({ stage: 'vton', progress: 0.7 });
    expect(onProgress).toHaveBeenCalledWith({ stage: 'vton', progress: 0.7 });
  });
});
