import type { GarmentSide, LowerBodyGarment, UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART, LOWER_PART } from '../../../garment-analysis.ts';
import { clamp } from '../scalar.ts';
import type { GarmentMesh } from './mesh.ts';
import { buildPartMesh, MESH_CELL } from './part-mesh.ts';

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

/** Lays a mesh over a top or a dress; torso and sleeves hold together along the armholes. */
export function buildGarmentMesh(garment: UpperBodyGarment): GarmentMesh {
  return buildPartMesh(garment.parts, GARMENT_PART.torso, (x, y, meetsTorso) => {
    // Where both parts are seen around a vertex the seam may curve further off the straight line.
    const reach = MESH_CELL * (meetsTorso ? 5 : 1.3);
    return isOnArmhole(garment.left, x, y, reach) || isOnArmhole(garment.right, x, y, reach);
  });
}

/** Lays a mesh over trousers or a skirt; seat and legs hold together wherever they meet. */
export function buildLowerMesh(garment: LowerBodyGarment): GarmentMesh {
  return buildPartMesh(garment.parts, LOWER_PART.seat, (_x, _y, meetsSeat) => meetsSeat);
}
