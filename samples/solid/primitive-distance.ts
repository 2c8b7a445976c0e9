import { LOFT_CHANNELS, LOFT_ROWS } from './loft-table.ts';
import type { Solid } from './solid.ts';

function roundCone(v: Float64Array, o: number, x: number, y: number, z: number): number {
  const px = x - v[o]!;
  const py = y - v[o + 1]!;
  const pz = z - v[o + 2]!;
  const ax = v[o + 3]!;
  const ay = v[o + 4]!;
  const az = v[o + 5]!;
  let t = (px * ax + py * ay + pz * az) / (ax * ax + ay * ay + az * az);
  t = Math.min(Math.max(t, 0), 1);
  const dx = px - ax * t;
  const dy = py - ay * t;
  const dz = pz - az * t;
  return Math.sqrt(dx * dx + dy * dy + dz * dz) - v[o + 6]! - v[o + 7]! * t;
}

/** First-order distance to an ellipsoid (Quilez, "ellipsoid - distance"). */
function ellipsoid(v: Float64Array, o: number, x: number, y: number, z: number): number {
  const px = x - v[o]!;
  const py = y - v[o + 1]!;
  const pz = z - v[o + 2]!;
  const rx = v[o + 12]!;
  const ry = v[o + 13]!;
  const rz = v[o + 14]!;
  const ux = (px * v[o + 3]! + py * v[o + 4]! + pz * v[o + 5]!) / rx;
  const uy = (px * v[o + 6]! + py * v[o + 7]! + pz * v[o + 8]!) / ry;
  const uz = (px * v[o + 9]! + py * v[o + 10]! + pz * v[o + 11]!) / rz;
  const k0 = Math.sqrt(ux * ux + uy * uy + uz * uz);
  if (k0 < 1e-6) return -Math.min(rx, ry, rz);
  const gx = ux / rx;
  const gy = uy / ry;
  const gz = uz / rz;
  return (k0 * (k0 - 1)) / Math.sqrt(gx * gx + gy * gy + gz * gz);
}

function roundedBox(v: Float64Array, o: number, x: number, y: number, z: number): number {
  const px = x - v[o]!;
  const py = y - v[o + 1]!;
  const pz = z - v[o + 2]!;
  const qx = Math.abs(px * v[o + 3]! + py * v[o + 4]! + pz * v[o + 5]!) - v[o + 12]!;
  const qy = Math.abs(px * v[o + 6]! + py * v[o + 7]! + pz * v[o + 8]!) - v[o + 13]!;
  const qz = Math.abs(px * v[o + 9]! + py * v[o + 10]! + pz * v[o + 11]!) - v[o + 14]!;
  const ex = Math.max(qx, 0);
  const ey = Math.max(qy, 0);
  const ez = Math.max(qz, 0);
  const inside = Math.min(Math.max(qx, qy, qz), 0);
  return Math.sqrt(ex * ex + ey * ey + ez * ez) + inside - v[o + 15]!;
}

function loft(v: Float64Array, o: number, x: number, y: number, z: number): number {
  const px = x - v[o]!;
  const py = y - v[o + 1]!;
  const pz = z - v[o + 2]!;
  const along = px * v[o + 6]! + py * v[o + 7]! + pz * v[o + 8]!;
  const low = v[o + 12]!;
  const high = v[o + 13]!;
  const held = Math.min(Math.max(along, low), high);
  const position = (held - low) * v[o + 14]!;
  const row = Math.min(position | 0, LOFT_ROWS - 2);
  const t = position - row;
  const a = o + 15 + row * LOFT_CHANNELS;
  const b = a + LOFT_CHANNELS;
  const side = v[a]! + (v[b]! - v[a]!) * t;
  const front = v[a + 1]! + (v[b + 1]! - v[a + 1]!) * t;
  const back = v[a + 2]! + (v[b + 2]! - v[a + 2]!) * t;
  const shiftX = v[a + 3]! + (v[b + 3]! - v[a + 3]!) * t;
  const shiftZ = v[a + 4]! + (v[b + 4]! - v[a + 4]!) * t;
  const qx = px * v[o + 3]! + py * v[o + 4]! + pz * v[o + 5]! - shiftX;
  const qz = px * v[o + 9]! + py * v[o + 10]! + pz * v[o + 11]! - shiftZ;
  const depth = qz > 0 ? front : back;
  const ux = qx / side;
  const uz = qz / depth;
  const k0 = Math.sqrt(ux * ux + uz * uz);
  let across = -Math.min(side, depth);
  if (k0 > 1e-6) {
    const gx = ux / side;
    const gz = uz / depth;
    across = (k0 * (k0 - 1)) / Math.sqrt(gx * gx + gz * gz);
  }
  const over = Math.max(low - along, along - high);
  if (over <= 0) return Math.max(across, over);
  return across > 0 ? Math.sqrt(across * across + over * over) : over;
}

/** Signed distance in metres (approximate, never far above the true one) from a point to one primitive. */
export function primitiveDistance(
  solid: Solid,
  index: number,
  x: number,
  y: number,
  z: number,
): number {
  const v = solid.values;
  const o = solid.offsets[index]!;
  switch (solid.kinds[index]!) {
    case 0:
      return roundCone(v, o, x, y, z);
    case 1:
      return ellipsoid(v, o, x, y, z);
    case 2:
      return loft(v, o, x, y, z);
    case 3:
      return roundedBox(v, o, x, y, z);
    default:
      return (x - v[o]!) * v[o + 3]! + (y - v[o + 1]!) * v[o + 4]! + (z - v[o + 2]!) * v[o + 5]!;
  }
}
