import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, RgbImage, Size } from '@proteus/raster/types.ts';
import type { Figure } from './figure/figure.ts';
import { createBackdrop } from './shade/backdrop.ts';
import { type Camera, planePoint, toBody } from './shade/camera.ts';
import { developPicture } from './shade/develop.ts';
import { createFigurePainter } from './shade/figure-painter.ts';
import { illuminate } from './shade/illuminate.ts';
import { lightsOf } from './shade/lights.ts';
import { createSurface } from './shade/surface.ts';
import { createHit, trace } from './solid/trace.ts';

/** A drawn figure: the picture, its parts, and how far the surface is from the camera. */
export interface FigurePicture {
  readonly picture: RgbImage;
  readonly parts: Mask;
}

/** Where the extra samples of an edge pixel lie. */
const EXTRA = [
  [-0.125, -0.375],
  [0.375, -0.125],
  [0.125, 0.375],
  [-0.375, 0.125],
] as const;

/** Difference of roughly perceived brightness between neighbours that counts as an edge. */
const EDGE = 0.035;

/** Finds pixels that differ from a neighbour in part or colour. */
function edgesOf(colour: Float32Array, parts: Uint8Array, { width, height }: Size): Uint8Array {
  const edges = new Uint8Array(width * height);
  const differs = (a: number, b: number): boolean => {
    if (parts[a] !== parts[b]) return true;
    for (let c = 0; c < 3; c++) {
      if (Math.abs(Math.sqrt(colour[a * 3 + c]!) - Math.sqrt(colour[b * 3 + c]!)) > EDGE)
        return true;
    }
    return false;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width && differs(i, i + 1)) {
        edges[i] = 1;
        edges[i + 1] = 1;
      }
      if (y + 1 < height && differs(i, i + width)) {
        edges[i] = 1;
        edges[i + width] = 1;
      }
    }
  }
  return edges;
}

/** Draws a figure before its scene: one ray a pixel, five where neighbours differ. */
export function renderFigure(figure: Figure, camera: Camera): FigurePicture {
  const { size } = camera;
  const { width, height } = size;
  const { grid, spec } = figure;
  const lights = lightsOf(spec.scene, camera);
  const backdrop = createBackdrop(spec.scene, grid, camera, lights);
  const paint = createFigurePainter(figure);
  const hit = createHit();
  const surface = createSurface();
  const light = new Float64Array(3);
  const eye = toBody(camera, [0, camera.height, camera.distance]);
  const grain = 1 / camera.zoom;

  const sample = (px: number, py: number): number => {
    const [x, y] = planePoint(camera, px, py);
    const target = toBody(camera, [x, y, 0]);
    let dx = target[0] - eye[0];
    let dy = target[1] - eye[1];
    let dz = target[2] - eye[2];
    const span = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
    dx *= span;
    dy *= span;
    dz *= span;
    if (!trace(grid, eye[0], eye[1], eye[2], dx, dy, dz, grain, hit)) {
      backdrop(x, y, light);
      return PART.background;
    }
    const part = paint(surface, hit);
    illuminate(grid, lights, hit, surface, -dx, -dy, -dz, light);
    return part;
  };

  const colour = new Float32Array(width * height * 3);
  const parts = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      parts[i] = sample(x, y);
      colour.set(light, i * 3);
    }
  }
  const edges = edgesOf(colour, parts, size);
  for (let i = 0; i < edges.length; i++) {
    if (edges[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    for (const [ox, oy] of EXTRA) {
      sample(x + ox, y + oy);
      for (let c = 0; c < 3; c++) colour[i * 3 + c] = colour[i * 3 + c]! + light[c]!;
    }
    for (let c = 0; c < 3; c++) colour[i * 3 + c] = colour[i * 3 + c]! / 5;
  }
  return {
    picture: developPicture(colour, size, spec.seed),
    parts: { width, height, data: parts },
  };
}
