import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveAsRigidAsPossible } from './as-rigid-as-possible.ts';
import { bindConstraints } from './bind-constraints.ts';
import type { Constraint, Stretch } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';
import { collectMeshEdges } from './mesh-edges.ts';

const { signal } = new AbortController();
const UNSTRETCHED: readonly Stretch[] = [
  [1, 0, 0, 1],
  [1, 0, 0, 1],
];

/** A grid of `columns` by `rows` cells of 10 pixels, all of part 1. */
function gridMesh(columns: number, rows: number): GarmentMesh {
  const rest: number[] = [];
  const triangles: number[] = [];
  for (let y = 0; y <= rows; y++) for (let x = 0; x <= columns; x++) rest.push(x * 10, y * 10);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const a = y * (columns + 1) + x;
      const c = a + columns + 2;
      triangles.push(a, a + 1, c, a, c, a + columns + 1);
    }
  }
  return {
    rest: Float64Array.from(rest),
    triangles: Uint32Array.from(triangles),
    parts: new Uint8Array(triangles.length / 3).fill(1),
  };
}

function solve(mesh: GarmentMesh, constraints: Constraint[], stretch = UNSTRETCHED) {
  const edges = collectMeshEdges(mesh, stretch);
  return solveAsRigidAsPossible(edges, bindConstraints(mesh, constraints), mesh.rest, signal);
}

const hold = (x: number, y: number, toX: number, toY: number, weight = 100): Constraint => ({
  source: { x, y },
  target: { x: toX, y: toY },
  weight,
  part: 1,
});

describe('solveAsRigidAsPossible', () => {
  it('leaves a mesh alone whose constraints are met', () => {
    const mesh = gridMesh(4, 5);
    const solved = solve(mesh, [hold(0, 0, 0, 0), hold(40, 0, 40, 0), hold(20, 50, 20, 50)]);
    solved.forEach((value, i) => {
      expect(value).toBeCloseTo(mesh.rest[i]!, 6);
    });
  });

  it('follows any rigid motion of its constraints exactly', () => {
    const mesh = gridMesh(4, 4);
    fc.assert(
      fc.property(
        fc.double({ min: -1.2, max: 1.2, noNaN: true }),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -60, max: 60 }),
        (angle, dx, dy) => {
          const cosine = Math.cos(angle);
          const sine = Math.sin(angle);
          const move = (x: number, y: number) =>
            [cosine * x - sine * y + dx, sine * x + cosine * y + dy] as const;
          const corners = [
            [0, 0],
            [40, 0],
            [0, 40],
            [40, 40],
          ] as const;
          const solved = solve(
            mesh,
            corners.map(([x, y]) => hold(x, y, ...move(x, y), 1000)),
          );
          for (let i = 0; i < solved.length; i += 2) {
            const [x, y] = move(mesh.rest[i]!, mesh.rest[i + 1]!);
            expect(Math.hypot(solved[i]! - x, solved[i + 1]! - y)).toBeLessThan(0.5);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('meets strong constraints although the mesh must bend', () => {
    const mesh = gridMesh(3, 9);
    const constraints = [
      hold(15, 0, 15, 0, 500),
      hold(15, 45, 25, 45, 500),
      hold(15, 90, 55, 80, 500),
    ];
    const solved = solve(mesh, constraints);
    const bound = bindConstraints(mesh, constraints);
    for (let k = 0; k < bound.count; k++) {
      let x = 0;
      let y = 0;
      for (let corner = 0; corner < 3; corner++) {
        const vertex = bound.vertices[k * 3 + corner]!;
        x += bound.shares[k * 3 + corner]! * solved[vertex * 2]!;
        y += bound.shares[k * 3 + corner]! * solved[vertex * 2 + 1]!;
      }
      expect(Math.hypot(x - bound.targets[k * 2]!, y - bound.targets[k * 2 + 1]!)).toBeLessThan(
        0.3,
      );
    }
  });

  it('takes the stretched shape as its rest shape', () => {
    const mesh = gridMesh(4, 4);
    const corners = [hold(0, 0, 0, 0), hold(40, 0, 80, 0), hold(0, 40, 0, 40)];
    const solved = solve(mesh, corners, [
      [1, 0, 0, 1],
      [2, 0, 0, 1],
    ]);
    const last = mesh.rest.length - 2;
    expect(Math.hypot(solved[last]! - 80, solved[last + 1]! - 40)).toBeLessThan(1);
  });
});
