import type { DistanceGrid } from '../solid/distance-grid.ts';
import { coarseDistance } from '../solid/distance-grid.ts';
import { softShadow } from '../solid/trace.ts';
import type { Camera } from './camera.ts';
import type { Lights, SceneName } from './lights.ts';
import { fractalNoise, randomAt, valueNoise } from './noise.ts';
import { type Light, linearColour, smoothstep } from './tone.ts';

/** Writes the linear colour behind the person: x, y in the plane z = 0, the ray through it. */
export type Backdrop = (x: number, y: number, out: Float64Array) => void;

/** Distance of the wall behind the person, and radius of the cove that joins it to the floor. */
const WALL = 1.5;
const COVE = 0.7;

function fill(out: Float64Array, colour: readonly number[], k: number): void {
  out[0] = colour[0]! * k;
  out[1] = colour[1]! * k;
  out[2] = colour[2]! * k;
}

/** Shade that the person casts on the floor: the key light's shadow and the dark of contact. */
function floorShade(
  grid: DistanceGrid,
  camera: Camera,
  lights: Lights,
  x: number,
  z: number,
): number {
  const bx = x * camera.cosine - z * camera.sine;
  const bz = z * camera.cosine + x * camera.sine;
  const [kx, ky, kz] = lights.key.direction;
  const key = softShadow(grid, bx, 0.012, bz, kx, ky, kz, 5);
  const { low, high } = grid;
  const inside = bx > low[0] && bx < high[0] && bz > low[2] && bz < high[2];
  const contact = inside ? smoothstep(-0.02, 0.15, coarseDistance(grid, bx, 0.03, bz)) : 1;
  return (0.55 + 0.45 * key) * (0.45 + 0.55 * contact);
}

function studio(
  grid: DistanceGrid,
  camera: Camera,
  lights: Lights,
  colour: readonly number[],
  glow: readonly [number, number],
): Backdrop {
  const wall = linearColour(colour as [number, number, number]);
  return (x, y, out) => {
    const dy = y - camera.height;
    const floorAt = dy < 0 ? camera.distance * (camera.height / -dy) : Number.POSITIVE_INFINITY;
    const depth = floorAt - camera.distance;
    const gx = x - glow[0];
    const gy = (y - glow[1]) * 0.8;
    const spot = 0.62 + 0.5 * Math.exp(-(gx * gx + gy * gy) / 0.9);
    const mottle = 1 + 0.025 * fractalNoise(x * 2.3, y * 2.3, 4, 3);
    if (depth > WALL) {
      fill(out, wall, spot * mottle);
      return;
    }
    const t = Math.max(0, (depth - (WALL - COVE)) / COVE);
    const near = floorAt / camera.distance;
    const floor = 0.94 + 0.12 * smoothstep(-0.5, -3, -depth);
    const blendIn = t * t * (3 - 2 * t);
    const shade = floorShade(grid, camera, lights, x * near, -depth);
    const k = floor * spot * 1.02 * (1 - blendIn) + spot * blendIn;
    fill(out, wall, k * mottle * (shade + (1 - shade) * blendIn));
  };
}

function room(grid: DistanceGrid, camera: Camera, lights: Lights): Backdrop {
  const paint = linearColour([196, 199, 186]);
  const wood = linearColour([171, 128, 88]);
  const board = linearColour([236, 233, 226]);
  return (x, y, out) => {
    const reach = (camera.distance + WALL) / camera.distance;
    const wx = x * reach;
    const wy = camera.height + (y - camera.height) * reach;
    if (wy > 0) {
      const light = 0.5 + 0.28 * smoothstep(1.6, -1.6, wx);
      const slope = wy - 1.15 - wx * 0.32;
      const pane = (at: number, from: number, to: number) =>
        smoothstep(from - 0.05, from + 0.05, at) * smoothstep(to + 0.05, to - 0.05, at);
      const window =
        (pane(wx, -0.98, -0.56) + pane(wx, -0.46, -0.04)) *
        (pane(slope, -0.5, 0.02) + pane(slope, 0.12, 0.66));
      const plaster = 1 + 0.03 * fractalNoise(wx * 9, wy * 9, 2, 3);
      const corner = 0.8 + 0.2 * smoothstep(0, 0.5, wy);
      fill(out, paint, light * plaster * corner);
      out[0] = out[0]! + window * 0.13;
      out[1] = out[1]! + window * 0.115;
      out[2] = out[2]! + window * 0.08;
      const skirting = smoothstep(0.118, 0.112, wy);
      const line = Math.exp(-(((wy - 0.112) / 0.008) ** 2)) * 0.25;
      for (let c = 0; c < 3; c++) {
        out[c] = (out[c]! + (board[c]! * light * 0.95 - out[c]!) * skirting) * (1 - line);
      }
      return;
    }
    const near = camera.height / (camera.height - y);
    const fx = x * near;
    const z = camera.distance - camera.distance * near;
    const plank = Math.floor(fx / 0.14);
    const length = Math.floor(z / 1.1 + randomAt(plank, 3, 1));
    const tint = 0.82 + 0.3 * randomAt(plank, length, 2);
    const grain = 1 + 0.16 * fractalNoise(fx * 60 + plank * 9, z * 4, 7, 3);
    const groove = 1 - 0.4 * Math.exp(-((((fx / 0.14 - plank) * 0.14) / 0.004) ** 2));
    const shade = floorShade(grid, camera, lights, fx, z);
    fill(
      out,
      wood,
      0.75 * tint * grain * groove * shade * (0.75 + 0.25 * smoothstep(1.5, -1.5, fx)),
    );
  };
}

/** Out-of-focus highlights: soft discs of one size scattered over the foliage. */
function addDiscs(
  x: number,
  y: number,
  cell: number,
  layer: number,
  glow: Light,
  out: Float64Array,
): void {
  const column = Math.floor(x / cell);
  const row = Math.floor(y / cell);
  for (let j = row - 1; j <= row + 1; j++) {
    for (let i = column - 1; i <= column + 1; i++) {
      if (randomAt(i, j, layer + 11) > 0.4) continue;
      const px = (i + randomAt(i, j, layer + 21)) * cell;
      const py = (j + randomAt(i, j, layer + 31)) * cell;
      const radius = cell * (0.34 + 0.3 * randomAt(i, j, layer + 41));
      const strength = (0.04 + 0.13 * randomAt(i, j, layer + 51)) * smoothstep(1.1, 1.5, py);
      const disc = smoothstep(radius, radius * 0.72, Math.hypot(x - px, y - py)) * strength;
      for (let c = 0; c < 3; c++) out[c] = out[c]! + (glow[c]! - out[c]!) * disc;
    }
  }
}

function park(grid: DistanceGrid, camera: Camera, lights: Lights): Backdrop {
  const sky = linearColour([222, 232, 232]);
  const dark = linearColour([62, 88, 58]);
  const leaf = linearColour([112, 140, 84]);
  const sunlit = linearColour([186, 198, 134]);
  const grass = linearColour([142, 158, 98]);
  const path = linearColour([198, 187, 168]);
  const trees = (x: number, y: number, out: Float64Array): void => {
    const clumps = 0.5 + 0.75 * fractalNoise(x * 2.2 + 3, y * 2.2, 3, 3);
    const twigs = 0.16 * fractalNoise(x * 9, y * 9, 6, 2);
    const crown = 1.98 + 0.3 * valueNoise(x * 1.3, 3, 2) + 0.3 * fractalNoise(x * 3, y * 3, 9, 2);
    const open = smoothstep(crown - 0.35, crown + 0.3, y);
    const haze = 0.18 + 0.3 * smoothstep(1.5, 0.95, y);
    for (let c = 0; c < 3; c++) {
      const shade = dark[c]! + (leaf[c]! - dark[c]!) * smoothstep(0.05, 0.6, clumps + twigs);
      const lit = shade + (sunlit[c]! - shade) * smoothstep(0.5, 1.05, clumps + twigs);
      const veiled = lit + (sky[c]! - lit) * haze * 0.5;
      out[c] = veiled + (sky[c]! - veiled) * open * 0.85;
    }
    addDiscs(x, y, 0.19, 0, sunlit, out);
    addDiscs(x, y, 0.11, 1, sky, out);
  };
  const lawn = (x: number, y: number, out: Float64Array): void => {
    const near = camera.height / Math.max(0.1, camera.height - y);
    const fx = x * near;
    const z = camera.distance - camera.distance * near;
    const middle = -0.15 + 0.02 * z * z;
    const sharp = 0.06 + 0.05 * Math.max(0, -z);
    const way = smoothstep(0.9 + sharp, 0.9 - sharp, Math.abs(fx - middle));
    const blur = 1 / (1 + Math.max(0, -z) * 0.6);
    const blades = 1 + 0.32 * blur * fractalNoise(fx * 26, z * 9, 3, 3);
    const stones = 1 + 0.1 * blur * fractalNoise(fx * 50, z * 30, 5, 3);
    const shade = z > -1.5 && z < 2 ? floorShade(grid, camera, lights, fx, z) : 1;
    for (let c = 0; c < 3; c++) {
      const green = grass[c]! * blades;
      out[c] = (green + (path[c]! * stones - green) * way) * shade * 0.8;
    }
  };
  const ground = new Float64Array(3);
  return (x, y, out) => {
    const horizon = 0.99 + 0.012 * valueNoise(x * 2, 1, 1);
    const below = smoothstep(horizon + 0.035, horizon - 0.035, y);
    if (below < 1) trees(x, y, out);
    if (below === 0) return;
    lawn(x, y, ground);
    for (let c = 0; c < 3; c++) {
      out[c] = below === 1 ? ground[c]! : out[c]! + (ground[c]! - out[c]!) * below;
    }
  };
}

/** The scene behind a person, with the person's shadow on the floor. */
export function createBackdrop(
  scene: SceneName,
  grid: DistanceGrid,
  camera: Camera,
  lights: Lights,
): Backdrop {
  switch (scene) {
    case 'studio-warm':
      return studio(grid, camera, lights, [222, 211, 199], [-0.15, 1.45]);
    case 'studio-cool':
      return studio(grid, camera, lights, [190, 199, 208], [0.2, 1.45]);
    case 'room':
      return room(grid, camera, lights);
    case 'park':
      return park(grid, camera, lights);
  }
}
