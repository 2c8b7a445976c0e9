import type { Stretch } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';

/** How badly a warp bends its mesh. */
export interface MeshDistortion {
  /** Share of triangles turned over, 0 to 1. */
  readonly folded: number;
  /** 95th percentile of the linear distortion: 1 = none, 2 = stretched or squeezed twofold. */
  readonly stretch: number;
}

/** Measures fold-overs and stretch against the (already stretched) rest shape. */
export function measureMeshDistortion(
  mesh: GarmentMesh,
  positions: Float64Array,
  stretch: readonly Stretch[],
): MeshDistortion {
  const { rest, triangles, parts } = mesh;
  const count = parts.length;
  if (count === 0) return { folded: 0, stretch: 1 };
  const distortions = new Float64Array(count);
  let folded = 0;
  for (let triangle = 0; triangle < count; triangle++) {
    const a = triangles[triangle * 3]! * 2;
    const b = triangles[triangle * 3 + 1]! * 2;
    const c = triangles[triangle * 3 + 2]! * 2;
    const matrix = stretch[parts[triangle]!]!;
    const ux = rest[b]! - rest[a]!;
    const uy = rest[b + 1]! - rest[a + 1]!;
    const vx = rest[c]! - rest[a]!;
    const vy = rest[c + 1]! - rest[a + 1]!;
    const e00 = matrix[0] * ux + matrix[1] * uy;
    const e10 = matrix[2] * ux + matrix[3] * uy;
    const e01 = matrix[0] * vx + matrix[1] * vy;
    const e11 = matrix[2] * vx + matrix[3] * vy;
    const f00 = positions[b]! - positions[a]!;
    const f10 = positions[b + 1]! - positions[a + 1]!;
    const f01 = positions[c]! - positions[a]!;
    const f11 = positions[c + 1]! - positions[a + 1]!;
    const area = e00 * e11 - e01 * e10;
    const g00 = (f00 * e11 - f01 * e10) / area;
    const g01 = (f01 * e00 - f00 * e01) / area;
    const g10 = (f10 * e11 - f11 * e10) / area;
    const g11 = (f11 * e00 - f10 * e01) / area;
    const determinant = g00 * g11 - g01 * g10;
    if (determinant <= 0) folded++;
    const trace = g00 * g00 + g01 * g01 + g10 * g10 + g11 * g11;
    const root = Math.sqrt(Math.max(0, trace * trace - 4 * determinant * determinant));
    const largest = Math.sqrt((trace + root) / 2);
    const smallest = Math.sqrt(Math.max(1e-6, (trace - root) / 2));
    distortions[triangle] = Math.max(largest, 1 / smallest);
  }
  distortions.sort();
  return {
    folded: folded / count,
    stretch: distortions[Math.min(count - 1, Math.floor(count * 0.95))]!,
  };
}
