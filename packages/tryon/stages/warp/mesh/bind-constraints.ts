import type { Constraint } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';

/** Constraints as barycentric combinations of mesh vertices. */
export interface BoundConstraints {
  readonly count: number;
  /** Three vertex numbers per constraint. */
  readonly vertices: Uint32Array;
  /** Their three barycentric weights, summing to 1. */
  readonly shares: Float64Array;
  /** x, y per constraint. */
  readonly targets: Float64Array;
  readonly weights: Float64Array;
}

function nearestTriangle(mesh: GarmentMesh, constraint: Constraint): number {
  const { rest, triangles, parts } = mesh;
  const { x, y } = constraint.source;
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let triangle = 0; triangle < parts.length; triangle++) {
    if (parts[triangle] !== constraint.part) continue;
    const a = triangles[triangle * 3]! * 2;
    const b = triangles[triangle * 3 + 1]! * 2;
    const c = triangles[triangle * 3 + 2]! * 2;
    const dx = (rest[a]! + rest[b]! + rest[c]!) / 3 - x;
    const dy = (rest[a + 1]! + rest[b + 1]! + rest[c + 1]!) / 3 - y;
    const distance = dx * dx + dy * dy;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = triangle;
    }
  }
  return best;
}

/**
 * Ties every constraint to the triangle of its part whose middle is nearest; a source outside the
 * mesh is extrapolated. Constraints of a part that the mesh lacks fall away.
 */
export function bindConstraints(
  mesh: GarmentMesh,
  constraints: readonly Constraint[],
): BoundConstraints {
  const vertices: number[] = [];
  const shares: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const constraint of constraints) {
    const triangle = nearestTriangle(mesh, constraint);
    if (triangle < 0) continue;
    const [a, b, c] = mesh.triangles.subarray(triangle * 3, triangle * 3 + 3) as unknown as [
      number,
      number,
      number,
    ];
    const { rest } = mesh;
    const ax = rest[a * 2]!;
    const ay = rest[a * 2 + 1]!;
    const bx = rest[b * 2]! - ax;
    const by = rest[b * 2 + 1]! - ay;
    const cx = rest[c * 2]! - ax;
    const cy = rest[c * 2 + 1]! - ay;
    const px = constraint.source.x - ax;
    const py = constraint.source.y - ay;
    const area = bx * cy - cx * by;
    const second = (px * cy - cx * py) / area;
    const third = (bx * py - px * by) / area;
    vertices.push(a, b, c);
    shares.push(1 - second - third, second, third);
    targets.push(constraint.target.x, constraint.target.y);
    weights.push(constraint.weight);
  }
  return {
    count: weights.length,
    vertices: Uint32Array.from(vertices),
    shares: Float64Array.from(shares),
    targets: Float64Array.from(targets),
    weights: Float64Array.from(weights),
  };
}
