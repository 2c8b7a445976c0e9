import type { GarmentAnalysis, GarmentSide, UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { GarmentMesh } from './mesh.ts';
import { clamp } from './scalar.ts';

/** Cell size of the mesh in garment pixels. */
export const MESH_CELL = 12;
const PARTS = 4;
const TORSO_BIT = 1 << GARMENT_PART.torso;

/** Torso and sleeve share their vertices along the armhole, so that the seam holds together. */
function isOnArmhole(side: GarmentSide, x: number, y: number, reach: number): boolean {
  if (side.sleeve === null) return false;
  const dx = side.tip.x - side.armpit.x;
  const dy = side.tip.y - side.armpit.y;
  const share =
    ((x - side.armpit.x) * dx + (y - side.armpit.y) * dy) / Math.max(1, dx * dx + dy * dy);
  const along = clamp(share, 0.08, 1.1);
  return Math.hypot(x - side.armpit.x - dx * along, y - side.armpit.y - dy * along) < reach;
}

/** Which parts each cell of the grid holds, one bit per part. */
function partsByCell(garment: GarmentAnalysis, columns: number, rows: number): Uint8Array {
  const { width, height, data } = garment.parts;
  const held = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / MESH_CELL) * columns;
    for (let x = 0; x < width; x++) {
      const part = data[y * width + x]!;
      if (part !== GARMENT_PART.outside) held[row + Math.floor(x / MESH_CELL)]! |= 1 << part;
    }
  }
  return held;
}

/**
 * Lays a regular triangle mesh over every part of the garment. Parts overlap by up to a cell at
 * their seams; vertices are their own per part except along the armholes.
 */
export function buildGarmentMesh(garment: UpperBodyGarment): GarmentMesh {
  const { width, height } = garment.parts;
  const columns = Math.ceil(width / MESH_CELL);
  const rows = Math.ceil(height / MESH_CELL);
  const held = partsByCell(garment, columns, rows);
  const vertexAt = new Int32Array((columns + 1) * (rows + 1) * PARTS).fill(-1);
  const rest: number[] = [];
  const triangles: number[] = [];
  const parts: number[] = [];

  const meetsTorso = (column: number, row: number): boolean => {
    let bits = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column); x++) {
        bits |= held[y * columns + x]!;
      }
    }
    return (bits & TORSO_BIT) !== 0 && (bits & ~TORSO_BIT) !== 0;
  };
  const vertex = (column: number, row: number, part: number): number => {
    const x = column * MESH_CELL;
    const y = row * MESH_CELL;
    // Where both parts are seen around a vertex the seam may curve further off the straight line.
    const reach = MESH_CELL * (meetsTorso(column, row) ? 5 : 1.3);
    const shared =
      isOnArmhole(garment.left, x, y, reach) || isOnArmhole(garment.right, x, y, reach);
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
        parts.push(part, part);
      }
    }
  }
  return {
    rest: Float64Array.from(rest),
    triangles: Uint32Array.from(triangles),
    parts: Uint8Array.from(parts),
  };
}
