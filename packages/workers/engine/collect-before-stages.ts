import type { Stage, StageProgress } from '@proteus/contracts/jobs/stage.ts';

/**
 * Stages that follow upon one that leaves many planes behind. The collector would come when so much
 * has piled up as was alive the last time, in the middle of the next stage, which needs room of its own: 30 to 40 MiB
 * more at the peak, and no less time. The warp has room beside what the garment's analysis leaves: it needs less
 * than the composition, which has the peak and is therefore entered anew at each of its steps. The score has room
 * beside what its last one leaves.
 */
const BEFORE: ReadonlySet<Stage> = new Set(['garment', 'vton']);
/**
 * A collection takes 20 ms, however little it finds. Stages leave 40 to 75 MiB at the usual size; what was
 * remembered leaves none, and is itself less than this.
 */
const WORTHWHILE_BYTES = 40 * 2 ** 20;

/**
 * Frees what the last stages have left before some of the next begin, where Node runs with `--expose-gc`.
 *
 * @returns reports to `onProgress`, what it has reported already only once.
 */
export function collectBeforeStages(
  onProgress: (progress: StageProgress) => void,
): (progress: StageProgress) => void {
  let kept = bytesOfPixels();
  let reported: StageProgress | null = null;
  return (progress) => {
    if (BEFORE.has(progress.stage) && bytesOfPixels() - kept >= WORTHWHILE_BYTES) {
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
