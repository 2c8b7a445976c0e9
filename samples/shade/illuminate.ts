import type { DistanceGrid } from '../solid/distance-grid.ts';
import { type Hit, openness, softShadow } from '../solid/trace.ts';
import type { Lights } from './lights.ts';
import type { Surface } from './surface.ts';

const KEY_SHARPNESS = 7;

function strandHighlight(surface: Surface, hx: number, hy: number, hz: number): number {
  const [sx, sy, sz] = surface.strand as unknown as [number, number, number];
  const along = sx * hx + sy * hy + sz * hz;
  return Math.sqrt(Math.max(0, 1 - along * along)) ** surface.sharpness;
}

/**
 * Light that a point sends back to the eye: wrapped diffuse light (skin reddens at the edge of
 * shadow), a highlight, fibres' fuzz, and the surroundings dimmed by what is near.
 *
 * @param vx unit vector from the point to the eye (with vy, vz).
 * @param out linear colour.
 */
export function illuminate(
  grid: DistanceGrid,
  lights: Lights,
  hit: Hit,
  surface: Surface,
  vx: number,
  vy: number,
  vz: number,
  out: Float64Array,
): void {
  const { nx, ny, nz } = hit;
  const { key, fill, rim } = lights;
  const [kx, ky, kz] = key.direction;
  const facing = nx * kx + ny * ky + nz * kz;
  const shadow =
    facing > -0.5
      ? softShadow(
          grid,
          hit.x + nx * 0.012,
          hit.y + ny * 0.012,
          hit.z + nz * 0.012,
          kx,
          ky,
          kz,
          KEY_SHARPNESS,
        )
      : 0;
  const open = openness(grid, hit) * (1 - surface.hollow);
  const fillFacing = Math.max(
    0,
    nx * fill.direction[0] + ny * fill.direction[1] + nz * fill.direction[2],
  );
  const rimFacing = Math.max(
    0,
    nx * rim.direction[0] + ny * rim.direction[1] + nz * rim.direction[2],
  );
  const grazing = 1 - Math.max(0, nx * vx + ny * vy + nz * vz);
  const fresnel = grazing * grazing * grazing;
  let hx = kx + vx;
  let hy = ky + vy;
  let hz = kz + vz;
  const hs = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz);
  hx *= hs;
  hy *= hs;
  hz *= hs;
  const stranded = surface.strand[0] !== 0 || surface.strand[1] !== 0;
  const shine = stranded
    ? strandHighlight(surface, hx, hy, hz) * Math.max(0, facing * 0.6 + 0.4)
    : Math.max(0, nx * hx + ny * hy + nz * hz) ** surface.sharpness * Math.max(0, facing);
  const highlight = surface.gloss * shine * shadow * (1 + 2 * fresnel);
  const up = 0.5 + 0.5 * ny;
  const tinted = 0.75 + 0.25 * open;
  for (let c = 0; c < 3; c++) {
    const wrap = surface.wrap[c]!;
    const wrapped = Math.max(0, (facing + wrap) / (1 + wrap));
    const lit = wrapped * (shadow * (1 - wrap * 0.4) + wrap * 0.4 * Math.max(shadow, tinted * 0.5));
    const around = (lights.below[c]! + (lights.above[c]! - lights.below[c]!) * up) * open;
    const diffuse =
      key.colour[c]! * lit +
      fill.colour[c]! * fillFacing * (0.4 + 0.6 * open) +
      rim.colour[c]! * rimFacing * 0.55 * open +
      around;
    const edge = rim.colour[c]! * rimFacing * fresnel * (0.5 + surface.gloss * 1.2) * open;
    out[c] =
      surface.albedo[c]! * (diffuse + surface.fuzz * fresnel * around * 1.6) +
      key.colour[c]! * highlight +
      edge * 0.5;
  }
}
