import type { Mask } from '@proteus/raster/types.ts';
import type { GarmentMesh } from './mesh.ts';

/** Cell size of the mesh in garment pixels. */
export const MESH_CELL = 12;
/** Labels of a garment's parts are below this; 0 is outside. */
const PARTS = 4;

/** Whether parts share the vertex at `x`, `y`; `meetsTrunk`: both the trunk and another are near. */
export type IsSeam = (x: number, y: number, meetsTrunk: boolean) => boolean;

/** Which parts each cell of the grid holds, one bit per part. */
function partsByCell(parts: Mask, columns: number, rows: number): Uint8Array {
  const { width, height, data } = parts;
  const held = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / MESH_CELL) * columns;
    for (let x = 0; x < width; x++) {
      const part = data[y * width + x]!;
      if (part !== 0) held[row + Math.floor(x / MESH_CELL)]! |= 1 << part;
    }
  }
  return held;
}

/**
 * Lays a regular triangle mesh over every part of a garment. Parts overlap by up to a cell at
 * their seams; vertices are their own per part except where `isSeam` says that they are shared.
 *
 * @param parts label by pixel, 0 = outside.
 * @param trunk the part that the others are sewn to.
 */
export function buildPartMesh(parts: Mask, trunk: number, isSeam: IsSeam): GarmentMesh {
  const { width, height } = parts;
  const columns = Math.ceil(width / MESH_CELL);
  const rows = Math.ceil(height / MESH_CELL);
  const trunkBit = 1 << trunk;
  const held = partsByCell(parts, columns, rows);
  const vertexAt = new Int32Array((columns + 1) * (rows + 1) * PARTS).fill(-1);
  const rest: number[] = [];
  const triangles: number[] = [];
  const labels: number[] = [];

  const meetsTrunk = (column: number, row: number): boolean => {
    let bits = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column); x++) {
        bits |= held[y * columns + x]!;
      }
    }
    return (bits & trunkBit) !== 0 && (bits & ~trunkBit) !== 0;
  };
  const vertex = (column: number, row: number, part: number): number => {
    const x = column * MESH_CELL;
    const y = row * MESH_CELL;
    const shared = isSeam(x, y, meetsTrunk(column, row));
    const key = (row * (columns + 1) + column) * PARTS + (shared ? 0 : part);
    let number = vertexAt[key]!;
    if (number < 0) {
      number = rest.length / 2;
      rest.push(x, y);
      vertexAt[key] = number;
    }
    return number;
  };

  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const bits = held[row * columns + column]!;
      for (let part = 1; part < PARTS; part++) {
        if ((bits & (1 << part)) === 0) continue;
        const a = vertex(column, row, part);
        const b = vertex(column + 1, row, part);
        const c = vertex(column + 1, row + 1, part);
        const d = vertex(column, row + 1, part);
        triangles.push(a, b, c, a, c, d);
        labels.push(part, part);
      }
    }
  }
  return {
    rest: Float64Array.from(rest),
    triangles: Uint32Array.from(triangles),
    parts: Uint8Array.from(labels),
  };
}
