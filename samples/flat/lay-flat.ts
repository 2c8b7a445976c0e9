import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, Point, RgbImage, Size } from '@proteus/raster/types.ts';
import { type Pattern, patternPainter } from '../fabric/pattern.ts';
import { creaseRelief } from '../figure/folds.ts';
import { developPicture } from '../shade/develop.ts';
import { fractalNoise, valueNoise } from '../shade/noise.ts';
import { linearColour, smoothstep } from '../shade/tone.ts';
import { coverage } from './coverage.ts';
import type { CutGarment, GarmentSpec } from './garment-spec.ts';
import type { Piece } from './piece.ts';
import { strokeDistance } from './stroke.ts';

/** The way to the lamp: upper left, above the table. */
const LAMP = [-0.42, -0.56, 0.714] as const;

/** Share of light that comes from everywhere. */
const AROUND = 0.42;

interface Window {
  readonly left: number;
  readonly top: number;
  readonly size: Size;
}

function windowOf(points: readonly Point[], size: Size, margin: number): Window {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(size.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(size.height, Math.ceil(Math.max(...ys) + margin));
  return {
    left,
    top,
    size: { width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
  };
}

/** Darkens what lies under a piece's edge. */
function castShadow(
  canvas: Float32Array,
  width: number,
  cover: Plane,
  window: Window,
  reach: number,
  strength: number,
): void {
  const soft = gaussianBlur(cover, reach);
  const { width: w, height: h } = window.size;
  const shift = Math.round(reach * 0.7);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const sx = Math.max(0, x - Math.round(shift * 0.75));
      const sy = Math.max(0, y - shift);
      const k = 1 - strength * soft.data[sy * w + sx]!;
      const o = ((y + window.top) * width + x + window.left) * 3;
      for (let c = 0; c < 3; c++) canvas[o + c] = canvas[o + c]! * k;
    }
  }
}

/** Height of a piece over what is below it, in metres. */
function heightOf(
  piece: Piece,
  cover: Plane,
  window: Window,
  metre: number,
  spec: GarmentSpec,
  half: number,
): Plane {
  const { width, height } = window.size;
  const outside: Mask = {
    width,
    height,
    data: Uint8Array.from(cover.data, (share) => (share < 0.5 ? 255 : 0)),
  };
  const squares = distanceTransform(outside);
  const relief = creaseRelief(piece.creases, spec.folds, spec.seed);
  const plain = typeof piece.cloth !== 'string';
  const data = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const my = (y + window.top) / metre;
    for (let x = 0; x < width; x++, i++) {
      if (cover.data[i] === 0) continue;
      const inset = Math.sqrt(squares[i]!) / metre;
      const mx = (x + window.left - half) / metre;
      let level = piece.thickness * (1 - Math.exp(-inset / piece.roundness));
      if (!plain) {
        const calm = smoothstep(0, 0.03, inset);
        level -= relief(mx, my, 0) * (0.25 + 0.75 * calm);
        level += 0.0016 * spec.folds * fractalNoise(mx * 9 + spec.seed, my * 7, 3, 3) * calm;
      }
      if (piece.ribs > 0)
        level += 0.0005 * Math.sin((6.283 * (mx * piece.down.y - my * piece.down.x)) / piece.ribs);
      data[i] = level;
    }
  }
  return { width, height, data };
}

function seamPlane(
  piece: Piece,
  kind: 'seam' | 'stitch',
  window: Window,
  metre: number,
  half: number,
  reach: number,
): Plane | null {
  const lines = piece.seams.filter((seam) => seam.kind === kind);
  if (lines.length === 0) return null;
  return strokeDistance(
    lines.map((seam) =>
      seam.points.map(({ x, y }) => ({
        x: x * metre + half - window.left,
        y: y * metre - window.top,
      })),
    ),
    window.size,
    reach,
  );
}

function layPiece(
  canvas: Float32Array,
  mask: Uint8Array,
  piece: Piece,
  spec: GarmentSpec,
  size: Size,
  metre: number,
): void {
  const half = size.width / 2;
  const points = piece.outline.map(({ x, y }) => ({ x: x * metre + half, y: y * metre }));
  const spread = Math.max(3, 0.012 * metre);
  const window = windowOf(points, size, spread * 3);
  const { width, height } = window.size;
  const cover = coverage(
    points.map(({ x, y }) => ({ x: x - window.left, y: y - window.top })),
    window.size,
  );
  castShadow(canvas, size.width, cover, window, Math.max(1, piece.thickness * 0.55 * metre), 0.34);
  castShadow(canvas, size.width, cover, window, spread, 0.1);
  const level = heightOf(piece, cover, window, metre, spec, half).data;
  const stitchReach = Math.max(2, 0.004 * metre);
  const seams = seamPlane(piece, 'seam', window, metre, half, stitchReach);
  const stitches = seamPlane(piece, 'stitch', window, metre, half, stitchReach);
  const paint = patternPainter(clothOf(piece, spec));
  const inside = piece.cloth === 'inside' ? 0.62 : 1;
  const woven = typeof piece.cloth === 'string';
  const colour = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const share = cover.data[i]!;
      if (share === 0) continue;
      const px = x + window.left;
      const py = y + window.top;
      const mx = (px - half) / metre - piece.origin.x;
      const my = py / metre - piece.origin.y;
      paint(
        mx * piece.down.y - my * piece.down.x,
        -(mx * piece.down.x + my * piece.down.y),
        colour,
      );
      const east = x + 1 < width ? level[i + 1]! : level[i]!;
      const west = x > 0 ? level[i - 1]! : level[i]!;
      const south = y + 1 < height ? level[i + width]! : level[i]!;
      const north = y > 0 ? level[i - width]! : level[i]!;
      const gx = (east - west) * 0.5 * metre * 1.15;
      const gy = (south - north) * 0.5 * metre * 1.15;
      const facing =
        (-gx * LAMP[0] - gy * LAMP[1] + LAMP[2]) / (LAMP[2] * Math.sqrt(1 + gx * gx + gy * gy));
      let light = AROUND + (1 - AROUND) * Math.max(0, facing);
      if (woven) {
        light *=
          1 +
          0.055 * valueNoise(px * 0.9, py * 0.9, spec.seed) +
          0.05 * fractalNoise(mx * 160, my * 160, 2, 2);
      }
      if (seams !== null) light *= 1 - 0.4 * Math.exp(-((seams.data[i]! / (0.0014 * metre)) ** 2));
      if (stitches !== null) {
        const along = ((mx * 1.7 + my) / 0.0042) % 1;
        const dash = Math.abs(along) < 0.68 ? 1 : 0.35;
        light *= 1 - 0.24 * dash * Math.exp(-((stitches.data[i]! / (0.001 * metre)) ** 2));
      }
      light *= inside * 0.93;
      const o = (py * size.width + px) * 3;
      for (let c = 0; c < 3; c++) {
        const under = canvas[o + c]!;
        canvas[o + c] = under + (colour[c]! * light - under) * share;
      }
      if (share >= 0.5) mask[py * size.width + px] = 255;
    }
  }
}

function table(spec: GarmentSpec, size: Size): Float32Array {
  const ground = linearColour(spec.background);
  const canvas = new Float32Array(size.width * size.height * 3);
  for (let y = 0, i = 0; y < size.height; y++) {
    const v = y / size.height - 0.42;
    for (let x = 0; x < size.width; x++, i++) {
      const u = x / size.height - (size.width / size.height) * 0.42;
      const k = 1.03 - 0.16 * (u * u + v * v) + 0.012 * fractalNoise(u * 5, v * 5, spec.seed, 2);
      for (let c = 0; c < 3; c++) canvas[i * 3 + c] = ground[c]! * k;
    }
  }
  return canvas;
}

/** The piece further down the table. */
function lowered(piece: Piece, drop: number): Piece {
  const down = ({ x, y }: Point): Point => ({ x, y: y + drop });
  return {
    ...piece,
    outline: piece.outline.map(down),
    origin: down(piece.origin),
    seams: piece.seams.map((seam) => ({ ...seam, points: seam.points.map(down) })),
    creases: piece.creases.map((crease) => ({
      ...crease,
      centre: [crease.centre[0], crease.centre[1] + drop, 0],
    })),
  };
}

/** The pattern that a piece is cut from. */
function clothOf(piece: Piece, spec: GarmentSpec): Pattern {
  if (typeof piece.cloth !== 'string') return { kind: 'plain', ground: piece.cloth };
  if (piece.cloth === 'band' && spec.band !== null) return { kind: 'plain', ground: spec.band };
  const printed = spec.pattern.kind === 'print' && piece.cloth !== 'fabric';
  return printed ? { kind: 'plain', ground: spec.pattern.ground } : spec.pattern;
}

/** Lays a cut garment out on a plain table and photographs it from above. */
export function layFlat(
  cut: CutGarment,
  spec: GarmentSpec,
  size: Size,
): { readonly picture: RgbImage; readonly mask: Mask } {
  const metre = size.height / cut.view;
  const canvas = table(spec, size);
  const mask = new Uint8Array(size.width * size.height);
  for (const each of cut.pieces) layPiece(canvas, mask, lowered(each, cut.drop), spec, size, metre);
  return { picture: developPicture(canvas, size, spec.seed), mask: { ...size, data: mask } };
}
