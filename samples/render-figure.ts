import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, RgbImage, Size } from '@proteus/raster/types.ts';
import type { Figure } from './figure/figure.ts';
import { createBackdrop } from './shade/backdrop.ts';
import { type Camera, toBody } from './shade/camera.ts';
import { developPicture } from './shade/develop.ts';
import { createFigurePainter } from './shade/figure-painter.ts';
import { illuminate } from './shade/illuminate.ts';
import { lightsOf } from './shade/lights.ts';
import { createSurface } from './shade/surface.ts';
import { createHit, trace } from './solid/trace.ts';

/** A drawn figure: the picture and its parts. */
export interface FigurePicture {
  readonly picture: RgbImage;
  readonly parts: Mask;
}

/** Where the extra samples of a pixel lie: the first two where colours, all where parts meet. */
const EXTRA = [
  [-0.3, 0.25],
  [0.3, -0.25],
  [0.15, 0.4],
  [-0.15, -0.4],
] as const;

/** Difference of roughly perceived brightness between neighbours that counts as an edge. */
const EDGE = 0.06;

/** Counts the extra samples that each pixel needs, by how it differs from its neighbours. */
function extraSamples(
  colour: Float32Array,
  parts: Uint8Array,
  { width, height }: Size,
): Uint8Array {
  const extra = new Uint8Array(width * height);
  const needed = (a: number, b: number): number => {
    if (parts[a] !== parts[b]) return 4;
    for (let c = 0; c < 3; c++) {
      const step = Math.sqrt(colour[a * 3 + c]!) - Math.sqrt(colour[b * 3 + c]!);
      if (Math.abs(step) > EDGE) return 2;
    }
    return 0;
  };
  const compare = (a: number, b: number): void => {
    const count = needed(a, b);
    if (count > extra[a]!) extra[a] = count;
    if (count > extra[b]!) extra[b] = count;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width) compare(i, i + 1);
      if (y + 1 < height) compare(i, i + width);
    }
  }
  return extra;
}

/** Draws a figure before its scene: one ray a pixel, three or five where neighbours differ. */
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
  const [eyeX, eyeY, eyeZ] = toBody(camera, [0, camera.height, camera.distance]);
  const grain = 1 / camera.zoom;

  const sample = (px: number, py: number): number => {
    const x = (px + 0.5 - width / 2) / camera.zoom;
    const y = camera.top - (py + 0.5) / camera.zoom;
    let dx = x * camera.cosine - eyeX;
    let dy = y - eyeY;
    let dz = x * camera.sine - eyeZ;
    const span = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
    dx *= span;
    dy *= span;
    dz *= span;
    if (!trace(grid, eyeX, eyeY, eyeZ, dx, dy, dz, grain, hit)) {
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
  const extra = extraSamples(colour, parts, size);
  for (let i = 0; i < extra.length; i++) {
    const count = extra[i]!;
    if (count === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    for (let k = 0; k < count; k++) {
      const [ox, oy] = EXTRA[k]!;
      sample(x + ox, y + oy);
      for (let c = 0; c < 3; c++) colour[i * 3 + c] = colour[i * 3 + c]! + light[c]!;
    }
    for (let c = 0; c < 3; c++) colour[i * 3 + c] = colour[i * 3 + c]! / (count + 1);
  }
  return {
    picture: developPicture(colour, size, spec.seed),
    parts: { width, height, data: parts },
  };
}
