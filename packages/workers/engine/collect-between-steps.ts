import type { StageProgress } from '@proteus/contracts/jobs/stage.ts';

/**
 * What may pile up until it is collected. The collector would come by itself when so much has piled up as was
 * alive the last time, in the middle of a step that needs room of its own. A collection takes 20 ms, however little
 * it finds; an analysis leaves 40 to 75 MiB at the usual size, most of it one of its steps.
 */
const WORTHWHILE_BYTES = 25 * 2 ** 20;

/**
 * Frees what the last steps have left before the next begins, where Node runs with `--expose-gc`. Stages report
 * that they begin, and long ones anew at each of their steps.
 *
 * @returns reports to `onProgress`, what it has reported already only once.
 */
export function collectBetweenSteps(
  onProgress: (progress: StageProgress) => void,
): (progress: StageProgress) => void {
  let kept = bytesOfPixels();
  let reported: StageProgress | null = null;
  return (progress) => {
    // Less than was kept: the collector has come by itself, or what was kept is done with.
    const held = bytesOfPixels();
    kept = Math.min(kept, held);
    if (held - kept >= WORTHWHILE_BYTES) {
      globalThis.gc?.();
      kept = bytesOfPixels();
    }
    const { stage, progress: share } = progress;
    if (reported?.stage === stage && reported.progress === share) return;
    reported = progress;
    onProgress(progress);
  };
}

function bytesOfPixels(): number {
  return process.memoryUsage().arrayBuffers;
}
