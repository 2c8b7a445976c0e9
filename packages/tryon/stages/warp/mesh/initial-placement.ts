import type { Constraint } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';

/** Softening of the inverse-distance weights, pixels². */
const SOFTENING = 30;

/**
 * Places every vertex by moving least squares with similarity transforms: a smooth first guess
 * that already roughly meets the constraints.
 *
 * @returns x, y per vertex in picture pixels.
 * @see Schaefer, McPhail & Warren 2006, "Image Deformation Using Moving Least Squares".
 */
export function placeBySimilarity(
  mesh: GarmentMesh,
  constraints: readonly Constraint[],
): Float64Array {
  const { rest } = mesh;
  const placed = new Float64Array(rest.length);
  const weights = new Float64Array(constraints.length);
  for (let vertex = 0; vertex < rest.length; vertex += 2) {
    const vx = rest[vertex]!;
    const vy = rest[vertex + 1]!;
    let total = 0;
    let px = 0;
    let py = 0;
    let qx = 0;
    let qy = 0;
    for (let i = 0; i < constraints.length; i++) {
      const { source, target, weight } = constraints[i]!;
      const distance = (source.x - vx) ** 2 + (source.y - vy) ** 2 + SOFTENING;
      const w = weight / (distance * Math.sqrt(distance));
      weights[i] = w;
      total += w;
      px += w * source.x;
      py += w * source.y;
      qx += w * target.x;
      qy += w * target.y;
    }
    px /= total;
    py /= total;
    qx /= total;
    qy /= total;
    let cosine = 0;
    let sine = 0;
    let spread = 0;
    for (let i = 0; i < constraints.length; i++) {
      const { source, target } = constraints[i]!;
      const w = weights[i]!;
      const sx = source.x - px;
      const sy = source.y - py;
      const tx = target.x - qx;
      const ty = target.y - qy;
      cosine += w * (sx * tx + sy * ty);
      sine += w * (sx * ty - sy * tx);
      spread += w * (sx * sx + sy * sy);
    }
    const a = cosine / spread;
    const b = sine / spread;
    placed[vertex] = qx + a * (vx - px) - b * (vy - py);
    placed[vertex + 1] = qy + b * (vx - px) + a * (vy - py);
  }
  return placed;
}
