import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import type { Pose } from '../../pose.ts';

/** The landmarks of a pose as a polyline `[x0, y0, x1, y1, …]` in picture pixels. */
export function landmarkPath(pose: Pose, names: readonly PoseLandmarkName[]): Float64Array {
  return Float64Array.from(
    names.flatMap((name) => {
      const landmark = pose.landmarks[LANDMARK[name]]!;
      return [landmark.x, landmark.y];
    }),
  );
}

/** Distance from a point to a polyline `[x0, y0, x1, y1, …]`. */
export function distanceToPath(x: number, y: number, path: Float64Array): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let k = 0; k + 3 < path.length; k += 2) {
    const ax = path[k]!;
    const ay = path[k + 1]!;
    const dx = path[k + 2]! - ax;
    const dy = path[k + 3]! - ay;
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const ex = x - ax - dx * t;
    const ey = y - ay - dy * t;
    const squared = ex * ex + ey * ey;
    if (squared < nearest) nearest = squared;
  }
  return Math.sqrt(nearest);
}
