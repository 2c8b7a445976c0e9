import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Pose } from '../../../pose.ts';

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
    const distance = distanceToSegment(x, y, path[k]!, path[k + 1]!, path[k + 2]!, path[k + 3]!);
    if (distance < nearest) nearest = distance;
  }
  return nearest;
}
