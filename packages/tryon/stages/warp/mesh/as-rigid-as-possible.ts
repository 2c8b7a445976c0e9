import type { BoundConstraints } from './bind-constraints.ts';
import { conjugateGradients, createConjugateGradientsScratch } from './conjugate-gradients.ts';
import type { MeshEdges } from './mesh-edges.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Alternations of local and global step; enough for nearly all garments. */
const LOCAL_GLOBAL_ROUNDS = 12;
const SOLVER_ITERATIONS = 60;
/** Squared pixels per vertex at which a solve is good enough. */
const SOLVER_TOLERANCE = 1e-4;

/** The edges' Laplacian plus the constraints' normal matrix. */
function assemble(edges: MeshEdges, bound: BoundConstraints): SparseMatrix {
  const size = edges.vertexCount;
  const diagonal = new Float64Array(size);
  const rows: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  for (let i = 0; i < size; i++) {
    const end = edges.rowStart[i + 1]!;
    for (let entry = edges.rowStart[i]!; entry < end; entry++) {
      diagonal[i]! += 1;
      rows[i]!.set(edges.neighbours[entry]!, -1);
    }
  }
  for (let k = 0; k < bound.count; k++) {
    for (let p = 0; p < 3; p++) {
      const i = bound.vertices[k * 3 + p]!;
      for (let q = 0; q < 3; q++) {
        const j = bound.vertices[k * 3 + q]!;
        const value = bound.weights[k]! * bound.shares[k * 3 + p]! * bound.shares[k * 3 + q]!;
        if (i === j) diagonal[i]! += value;
        else rows[i]!.set(j, (rows[i]!.get(j) ?? 0) + value);
      }
    }
  }
  const rowStart = new Uint32Array(size + 1);
  for (let i = 0; i < size; i++) rowStart[i + 1] = rowStart[i]! + rows[i]!.size;
  const columns = new Uint32Array(rowStart[size]!);
  const values = new Float64Array(rowStart[size]!);
  for (let i = 0; i < size; i++) {
    let entry = rowStart[i]!;
    for (const [column, value] of rows[i]!) {
      columns[entry] = column;
      values[entry] = value;
      entry++;
    }
  }
  return { size, diagonal, rowStart, columns, values };
}

/** Local step: the rotation (cosine, sine) that best maps each vertex's rest edges to the present ones. */
function fitRotations(
  edges: MeshEdges,
  x: Float64Array,
  y: Float64Array,
  rotations: Float64Array,
): void {
  const { vertexCount, rowStart, neighbours, vectors } = edges;
  for (let i = 0; i < vertexCount; i++) {
    let cosine = 0;
    let sine = 0;
    const end = rowStart[i + 1]!;
    for (let entry = rowStart[i]!; entry < end; entry++) {
      const j = neighbours[entry]!;
      const ex = vectors[entry * 2]!;
      const ey = vectors[entry * 2 + 1]!;
      const fx = x[i]! - x[j]!;
      const fy = y[i]! - y[j]!;
      cosine += ex * fx + ey * fy;
      sine += ex * fy - ey * fx;
    }
    const length = Math.hypot(cosine, sine);
    rotations[i * 2] = length > 0 ? cosine / length : 1;
    rotations[i * 2 + 1] = length > 0 ? sine / length : 0;
  }
}

/** Global step's right side: rotated rest edges plus the pull of the constraints. */
function fillRightSides(
  edges: MeshEdges,
  bound: BoundConstraints,
  rotations: Float64Array,
  rightX: Float64Array,
  rightY: Float64Array,
): void {
  const { vertexCount, rowStart, neighbours, vectors } = edges;
  for (let i = 0; i < vertexCount; i++) {
    let sumX = 0;
    let sumY = 0;
    const end = rowStart[i + 1]!;
    for (let entry = rowStart[i]!; entry < end; entry++) {
      const j = neighbours[entry]!;
      const cosine = (rotations[i * 2]! + rotations[j * 2]!) / 2;
      const sine = (rotations[i * 2 + 1]! + rotations[j * 2 + 1]!) / 2;
      const ex = vectors[entry * 2]!;
      const ey = vectors[entry * 2 + 1]!;
      sumX += cosine * ex - sine * ey;
      sumY += sine * ex + cosine * ey;
    }
    rightX[i] = sumX;
    rightY[i] = sumY;
  }
  for (let k = 0; k < bound.count; k++) {
    for (let corner = 0; corner < 3; corner++) {
      const pull = bound.weights[k]! * bound.shares[k * 3 + corner]!;
      const i = bound.vertices[k * 3 + corner]!;
      rightX[i]! += pull * bound.targets[k * 2]!;
      rightY[i]! += pull * bound.targets[k * 2 + 1]!;
    }
  }
}

/**
 * Deforms a mesh so that its constraints are met while every neighbourhood stays as close as can
 * be to a rotation of its (stretched) rest shape.
 *
 * @param start x, y per vertex: where to begin.
 * @param moreRounds alternations of local and global step on top of the usual ones.
 * @returns x, y per vertex.
 * @see Sorkine & Alexa 2007, "As-Rigid-As-Possible Surface Modeling"; the rest edges are stretched
 *   per part beforehand, so that cloth may be scaled differently along and across.
 */
export function solveAsRigidAsPossible(
  edges: MeshEdges,
  bound: BoundConstraints,
  start: Float64Array,
  signal: AbortSignal,
  moreRounds = 0,
): Float64Array {
  const size = edges.vertexCount;
  const matrix = assemble(edges, bound);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    x[i] = start[i * 2]!;
    y[i] = start[i * 2 + 1]!;
  }
  const rotations = new Float64Array(size * 2);
  const rightX = new Float64Array(size);
  const rightY = new Float64Array(size);
  const scratch = createConjugateGradientsScratch(size);
  const limit = { iterations: SOLVER_ITERATIONS, tolerance: SOLVER_TOLERANCE * size };
  for (let round = 0; round < LOCAL_GLOBAL_ROUNDS + moreRounds; round++) {
    signal.throwIfAborted();
    fitRotations(edges, x, y, rotations);
    fillRightSides(edges, bound, rotations, rightX, rightY);
    conjugateGradients(matrix, rightX, x, scratch, limit);
    conjugateGradients(matrix, rightY, y, scratch, limit);
  }
  const solved = new Float64Array(size * 2);
  for (let i = 0; i < size; i++) {
    solved[i * 2] = x[i]!;
    solved[i * 2 + 1] = y[i]!;
  }
  return solved;
}
