import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { Stretch } from './constraint.ts';
import type { GarmentMesh } from './mesh.ts';

/** The mesh's edges in compressed rows, each seen from both ends. */
export interface MeshEdges {
  readonly vertexCount: number;
  readonly rowStart: Uint32Array;
  /** The vertex at the other end. */
  readonly neighbours: Uint32Array;
  /** x, y of the stretched rest vector `here - other`. */
  readonly vectors: Float64Array;
}

/**
 * Collects the edges with their rest vectors, each stretched by its part's matrix; where parts
 * share an edge, the vectors are averaged.
 *
 * @param torsoRest rest positions of the torso's vertices, where they differ from the mesh's own.
 */
export function collectMeshEdges(
  mesh: GarmentMesh,
  stretch: readonly Stretch[],
  torsoRest: Float64Array = mesh.rest,
): MeshEdges {
  const { triangles, parts } = mesh;
  const vertexCount = mesh.rest.length / 2;
  const byKey = new Map<number, { x: number; y: number; count: number }>();
  for (let triangle = 0; triangle < parts.length; triangle++) {
    const matrix = stretch[parts[triangle]!]!;
    const rest = parts[triangle] === GARMENT_PART.torso ? torsoRest : mesh.rest;
    for (let corner = 0; corner < 3; corner++) {
      const one = triangles[triangle * 3 + corner]!;
      const two = triangles[triangle * 3 + ((corner + 1) % 3)]!;
      const low = Math.min(one, two);
      const high = Math.max(one, two);
      const dx = rest[low * 2]! - rest[high * 2]!;
      const dy = rest[low * 2 + 1]! - rest[high * 2 + 1]!;
      const key = low * vertexCount + high;
      let edge = byKey.get(key);
      if (edge === undefined) {
        edge = { x: 0, y: 0, count: 0 };
        byKey.set(key, edge);
      }
      edge.x += matrix[0] * dx + matrix[1] * dy;
      edge.y += matrix[2] * dx + matrix[3] * dy;
      edge.count++;
    }
  }

  const rowStart = new Uint32Array(vertexCount + 1);
  for (const key of byKey.keys()) {
    rowStart[Math.floor(key / vertexCount) + 1]!++;
    rowStart[(key % vertexCount) + 1]!++;
  }
  for (let i = 0; i < vertexCount; i++) rowStart[i + 1]! += rowStart[i]!;
  const next = rowStart.slice(0, vertexCount);
  const neighbours = new Uint32Array(byKey.size * 2);
  const vectors = new Float64Array(byKey.size * 4);
  for (const [key, edge] of byKey) {
    const low = Math.floor(key / vertexCount);
    const high = key % vertexCount;
    const x = edge.x / edge.count;
    const y = edge.y / edge.count;
    const fromLow = next[low]!++;
    neighbours[fromLow] = high;
    vectors[fromLow * 2] = x;
    vectors[fromLow * 2 + 1] = y;
    const fromHigh = next[high]!++;
    neighbours[fromHigh] = low;
    vectors[fromHigh * 2] = -x;
    vectors[fromHigh * 2 + 1] = -y;
  }
  return { vertexCount, rowStart, neighbours, vectors };
}
