import type { Stage, StageProgress } from '@proteus/contracts/jobs/stage.ts';

/**
 * Stages that follow upon one that leaves many planes behind. The collector would come when so much
 * has piled up as was alive the last time, in the middle of the next stage, which needs room of its own: 30 to 40 MiB
 * more at the peak, and no less time.
 */
const BEFORE: ReadonlySet<Stage> = new Set([
  'person-parsing',
  'garment',
  'warp',
  'vton',
  'quality',
]);

/** Frees what the last stage has left before some of the next begin, where Node runs with `--expose-gc`. */
export function collectBeforeStages(
  onProgress: (progress: StageProgress) => void,
): (progress: StageProgress) => void {
  return (progress) => {
    if (BEFORE.has(progress.stage)) globalThis.gc?.();
    onProgress(progress);
  };
}
