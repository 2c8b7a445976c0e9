import { type CoordinateMap, createCoordinateMap } from './coordinate-map.ts';
import type { Size } from './types.ts';

/** A triangle mesh that carries a source picture to target positions. */
export interface TexturedMesh {
  /** x, y pairs in target pixels. */
  readonly vertices: Float32Array;
  /** x, y pairs in source pixels, one for each vertex. */
  readonly texture: Float32Array;
  /** Three vertex numbers for each triangle, in either orientation. */
  readonly triangles: Uint32Array;
}

export interface RasteriseMeshOptions {
  /** One byte for each triangle: zero leaves it out. Everything is drawn by default. */
  readonly triangleMask?: Uint8Array;
}

/** Steps of the grid that vertices snap to, per pixel: edge tests become exact integers. */
const SUBPIXEL = 1024;

/**
 * Draws a mesh into a coordinate map: every pixel whose centre lies in a triangle gets the linearly
 * interpolated source position; where triangles overlap, the later one wins. Centres on an edge
 * belong to one of its two triangles only (top-left rule). Vertices snap to 1/1024 pixel, which
 * makes that exact within ±16,384 pixels. Triangles with positions that are no numbers, or without
 * area, are left out.
 *
 * @param size of the map.
 */
export function rasteriseMesh(
  mesh: TexturedMesh,
  size: Size,
  options: RasteriseMeshOptions = {},
): CoordinateMap {
  const map = createCoordinateMap(size.width, size.height);
  const { triangles } = mesh;
  const { triangleMask } = options;
  for (let t = 0; t * 3 < triangles.length; t++) {
    if (triangleMask !== undefined && triangleMask[t] === 0) continue;
    drawTriangle(mesh, triangles[t * 3]!, triangles[t * 3 + 1]!, triangles[t * 3 + 2]!, map);
  }
  return map;
}

function drawTriangle(
  mesh: TexturedMesh,
  a: number,
  second: number,
  third: number,
  map: CoordinateMap,
): void {
  const { vertices, texture } = mesh;
  let b = second;
  let c = third;
  const ax = Math.round(vertices[a * 2]! * SUBPIXEL);
  const ay = Math.round(vertices[a * 2 + 1]! * SUBPIXEL);
  let bx = Math.round(vertices[b * 2]! * SUBPIXEL);
  let by = Math.round(vertices[b * 2 + 1]! * SUBPIXEL);
  let cx = Math.round(vertices[c * 2]! * SUBPIXEL);
  let cy = Math.round(vertices[c * 2 + 1]! * SUBPIXEL);
  let area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (!(area !== 0 && Number.isFinite(area))) return;
  if (area < 0) {
    [b, c, bx, by, cx, cy] = [c, b, cx, cy, bx, by];
    area = -area;
  }
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) / SUBPIXEL));
  const right = Math.min(map.width - 1, Math.floor(Math.max(ax, bx, cx) / SUBPIXEL));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) / SUBPIXEL));
  const bottom = Math.min(map.height - 1, Math.floor(Math.max(ay, by, cy) / SUBPIXEL));
  // All values are whole: a centre on an edge that does not own it is kept out by asking for 1.
  const leastA = ownsEdge(bx, by, cx, cy) ? 0 : 1;
  const leastB = ownsEdge(cx, cy, ax, ay) ? 0 : 1;
  const leastC = ownsEdge(ax, ay, bx, by) ? 0 : 1;
  const stepA = (by - cy) * SUBPIXEL;
  const stepB = (cy - ay) * SUBPIXEL;
  const stepC = (ay - by) * SUBPIXEL;
  const scale = 1 / area;
  const ua = texture[a * 2]!;
  const va = texture[a * 2 + 1]!;
  const ub = texture[b * 2]! - ua;
  const vb = texture[b * 2 + 1]! - va;
  const uc = texture[c * 2]! - ua;
  const vc = texture[c * 2 + 1]! - va;
  for (let y = top; y <= bottom; y++) {
    const px = left * SUBPIXEL;
    const py = y * SUBPIXEL;
    let wa = (cx - bx) * (py - by) - (cy - by) * (px - bx);
    let wb = (ax - cx) * (py - cy) - (ay - cy) * (px - cx);
    let wc = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const row = y * map.width;
    for (let x = left; x <= right; x++) {
      if (wa >= leastA && wb >= leastB && wc >= leastC) {
        const tb = wb * scale;
        const tc = wc * scale;
        map.x[row + x] = ua + tb * ub + tc * uc;
        map.y[row + x] = va + tb * vb + tc * vc;
      }
      wa += stepA;
      wb += stepB;
      wc += stepC;
    }
  }
}

/** Whether an edge, walked with the triangle on its right hand, is a left or a top edge. */
function ownsEdge(fromX: number, fromY: number, toX: number, toY: number): boolean {
  return toY < fromY || (toY === fromY && toX > fromX);
}
