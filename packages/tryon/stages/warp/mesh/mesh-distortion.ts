import type { Stretch } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';

/** How badly a warp bends its mesh. */
export interface MeshDistortion {
  /** Share of triangles turned over, 0 to 1. */
  readonly folded: number;
  /** 95th percentile of the linear distortion: 1 = none, 2 = stretched or squeezed twofold. */
  readonly stretch: number;
  /** Median of the same. */
  readonly strain: number;
  /** Median ratio of length to width against the flat garment's own: 1 = proportions kept. */
  readonly reshaping: number;
}

/** Triangles at or below this share of the sorted ones are all but the worst. */
const NEARLY_ALL = 0.95;
/** Keeps squeezed flat triangles finite. */
const THINNEST = 1e-6;
const NONE: Stretch = [1, 0, 0, 1];

/** Measures fold-overs and stretch against the (already stretched) rest shape. */
export function measureMeshDistortion(
  mesh: GarmentMesh,
  positions: Float64Array,
  stretch: readonly Stretch[],
): MeshDistortion {
  const count = mesh.parts.length;
  if (count === 0) return { folded: 0, stretch: 1, strain: 1, reshaping: 1 };
  const distortions = new Float64Array(count);
  const ratios = new Float64Array(count);
  let folded = 0;
  for (let triangle = 0; triangle < count; triangle++) {
    const bent = scalesOf(mesh, positions, triangle, stretch[mesh.parts[triangle]!]!);
    if (bent.turned) folded++;
    distortions[triangle] = Math.max(bent.largest, 1 / bent.smallest);
    const own = scalesOf(mesh, positions, triangle, NONE);
    ratios[triangle] = own.largest / own.smallest;
  }
  distortions.sort();
  ratios.sort();
  return {
    folded: folded / count,
    stretch: distortions[Math.min(count - 1, Math.floor(count * NEARLY_ALL))]!,
    strain: distortions[count >> 1]!,
    reshaping: ratios[count >> 1]!,
  };
}

/** By how much a triangle grew in its two principal directions from its stretched rest shape. */
function scalesOf(
  { rest, triangles }: GarmentMesh,
  positions: Float64Array,
  triangle: number,
  matrix: Stretch,
): { readonly largest: number; readonly smallest: number; readonly turned: boolean } {
  const a = triangles[triangle * 3]! * 2;
  const b = triangles[triangle * 3 + 1]! * 2;
  const c = triangles[triangle * 3 + 2]! * 2;
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
  const trace = g00 * g00 + g01 * g01 + g10 * g10 + g11 * g11;
  const root = Math.sqrt(Math.max(0, trace * trace - 4 * determinant * determinant));
  return {
    largest: Math.sqrt((trace + root) / 2),
    smallest: Math.sqrt(Math.max(THINNEST, (trace - root) / 2)),
    turned: determinant <= 0,
  };
}
