import { FACE } from '../figure/head.ts';
import type { Vector } from '../solid/vector.ts';
import { valueNoise } from './noise.ts';
import { type Surface, setColour, tint, tone } from './surface.ts';
import { type Light, smoothstep } from './tone.ts';

/** What a face is painted with, in linear colours. */
export interface FaceColours {
  readonly skin: Light;
  readonly lips: Light;
  readonly hair: Light;
  readonly iris: Light;
  /** Middle and radii of the ellipsoid whose rim is the hairline, in the head's frame. */
  readonly hairline: readonly [Vector, Vector];
  /** How dark the roots of the hair show on the skin, 0 to 1. */
  readonly roots: number;
  /** 0 = shaven, 1 = full beard. */
  readonly beard: number;
  /** Strength of lashes and lip colour. */
  readonly makeUp: number;
}

function hump(x: number, y: number, cx: number, cy: number, rx: number, ry: number): number {
  const dx = (x - cx) / rx;
  const dy = (y - cy) / ry;
  return Math.exp(-dx * dx - dy * dy);
}

function paintLips(surface: Surface, colours: FaceColours, side: number, y: number): number {
  const [width, middle] = FACE.mouth;
  const u = side / width;
  const arch = Math.max(0, 1 - u * u);
  const line = middle - 0.0007 + 0.0016 * u * u;
  const bow = 0.0066 * arch ** 0.8 * (1 - 0.22 * Math.exp(-((u / 0.16) ** 2)));
  const lower = 0.0088 * arch ** 0.75;
  const above = smoothstep(line + bow + 0.0007, line + bow - 0.0007, y);
  const below = smoothstep(line - lower - 0.0008, line - lower + 0.0008, y);
  const inside = above * below * smoothstep(1.05, 0.9, u);
  tint(
    surface,
    colours.lips[0],
    colours.lips[1],
    colours.lips[2],
    inside * (0.62 + 0.33 * colours.makeUp),
  );
  const seam = Math.exp(-(((y - line) / 0.00085) ** 2)) * smoothstep(1.08, 0.85, u);
  tone(surface, 1 - 0.68 * seam, 1 - 0.78 * seam, 1 - 0.78 * seam);
  surface.gloss += inside * 0.05;
  return inside;
}

function paintBrow(surface: Surface, colours: FaceColours, side: number, y: number): void {
  const t = (side - 0.0135) / 0.037;
  if (t < -0.1 || t > 1.1) return;
  const centre = 0.0168 + 0.0068 * Math.sin(Math.min(t, 1) * 2.25) - 0.0012 * t;
  const half = 0.0034 * (1 - 0.62 * t) + 0.0005;
  const noise = valueNoise(side * 900 - y * 500, y * 260, 3);
  const inside =
    smoothstep(half + 0.0012, half - 0.0012, Math.abs(y - centre)) *
    smoothstep(-0.06, 0.08, t) *
    smoothstep(1.06, 0.9, t) *
    (0.78 + 0.2 * noise);
  const { hair } = colours;
  tint(surface, hair[0] * 0.6 + 0.004, hair[1] * 0.6 + 0.003, hair[2] * 0.6 + 0.003, inside);
}

function paintLids(surface: Surface, colours: FaceColours, side: number, y: number): void {
  const dx = side - FACE.eye[0];
  const dy = y - FACE.eye[1] + 0.001;
  const e = Math.hypot(dx / FACE.lids[0], dy / FACE.lids[1]);
  if (e > 3) return;
  const upper = smoothstep(-0.001, 0.0014, dy);
  const lash = smoothstep(1.42, 1.16, e) * upper;
  const outer = dx > 0 ? 1 : 0.55;
  const dark = lash * (0.7 + 0.28 * colours.makeUp) * outer;
  tint(surface, 0.012, 0.009, 0.008, dark);
  const lower = smoothstep(1.28, 1.08, e) * (1 - upper) * 0.35;
  tone(surface, 1 - lower, 1 - lower * 1.15, 1 - lower * 1.15);
  const fold =
    Math.exp(-(((dy - 0.0102 + (dx / 0.018) ** 2 * 0.004) / 0.0011) ** 2)) *
    smoothstep(0.017, 0.012, Math.abs(dx));
  const socket =
    hump(dx, dy, -0.009, 0.006, 0.009, 0.008) * 0.2 + hump(dx, dy, 0, -0.0095, 0.013, 0.004) * 0.1;
  const shade = Math.min(0.5, fold * 0.38 + socket);
  tone(surface, 1 - shade * 0.8, 1 - shade, 1 - shade);
}

/** Lets the hair's colour fade into the skin at its roots. */
function paintHairline(
  surface: Surface,
  colours: FaceColours,
  x: number,
  y: number,
  z: number,
): void {
  const [centre, radii] = colours.hairline;
  const rim = Math.hypot(
    (x - centre[0]) / radii[0],
    (y - centre[1]) / radii[1],
    (z - centre[2]) / radii[2],
  );
  const roots =
    smoothstep(0.9, 1.03, rim + 0.03 * valueNoise(x * 620, y * 160, z * 620)) *
    smoothstep(-0.02, 0.02, y) *
    colours.roots;
  tint(surface, colours.hair[0] * 0.9, colours.hair[1] * 0.9, colours.hair[2] * 0.9, roots);
}

/**
 * Paints brows, lids, lips, cheeks and beard onto the skin's colour.
 *
 * @param x in the head's frame (metres of a person 1.72 m tall), with y and z.
 */
export function paintFace(
  surface: Surface,
  colours: FaceColours,
  x: number,
  y: number,
  z: number,
): void {
  const side = Math.abs(x);
  const flush =
    hump(side, y, 0.043, -0.03, 0.02, 0.017) * 0.2 + hump(x, y, 0, -0.036, 0.012, 0.01) * 0.13;
  const ear = smoothstep(0.072, 0.079, side) * 0.16;
  const warm = flush + ear;
  tone(surface, 1 + warm * 0.12, 1 - warm * 0.55, 1 - warm * 0.5);
  paintHairline(surface, colours, x, y, z);
  if (z < 0.03) return;
  const fold = hump(side, y, 0.0315 - (y + 0.05) * -0.25, -0.052, 0.0026, 0.015) * 0.04;
  const under = hump(x, y, 0, -0.0825, 0.014, 0.0042) * 0.2;
  const nostril = hump(side, y, 0.0063, -0.0445, 0.0034, 0.0019) * 0.75;
  const wing = hump(side, y, 0.0195, -0.039, 0.0016, 0.007) * 0.16;
  const dark = Math.min(0.85, fold + under + nostril + wing);
  tone(surface, 1 - dark * 0.85, 1 - dark, 1 - dark);
  const lips = paintLips(surface, colours, side, y);
  if (colours.beard > 0) {
    const jaw = smoothstep(-0.03, -0.058, y - 0.25 * Math.max(0, side - 0.035)) * (1 - lips);
    const lip = smoothstep(-0.0445, -0.05, y) * smoothstep(0.03, 0.02, side);
    const patch = Math.max(jaw * smoothstep(0.012, 0.028, side + Math.max(0, -y - 0.078)), lip);
    const hairs = 0.75 + 0.35 * valueNoise(x * 620, y * 420, z * 620);
    const amount = Math.min(0.93, patch * (1 - lips) * colours.beard * hairs);
    tint(surface, colours.hair[0] * 0.8, colours.hair[1] * 0.8, colours.hair[2] * 0.8, amount);
  }
  paintBrow(surface, colours, side, y);
  paintLids(surface, colours, side, y);
}

/** Paints an eyeball; `x`, `y` from the pupil's middle in metres. */
export function paintEye(surface: Surface, colours: FaceColours, x: number, y: number): void {
  const radius = Math.hypot(x, y);
  setColour(surface, 0.62, 0.59, 0.56);
  const lid = smoothstep(0.0015, 0.0058, y);
  const corner = smoothstep(0.008, 0.0135, Math.abs(x)) * 0.35;
  tone(surface, 1 - corner * 0.4, 1 - corner, 1 - corner);
  const iris = smoothstep(0.0067, 0.0061, radius);
  const ring = smoothstep(0.0035, 0.0066, radius);
  const rays = 0.85 + 0.25 * valueNoise(Math.atan2(y, x) * 9, radius * 500, 1);
  const k = rays * (1.15 - 0.75 * ring);
  tint(surface, colours.iris[0] * k, colours.iris[1] * k, colours.iris[2] * k, iris);
  tint(surface, 0.003, 0.003, 0.003, smoothstep(0.0031, 0.0026, radius));
  tone(surface, 1 - lid * 0.55, 1 - lid * 0.55, 1 - lid * 0.55);
  const glint = smoothstep(0.0016, 0.0009, Math.hypot(x + 0.0022, y - 0.0021));
  tint(surface, 1.15, 1.15, 1.15, glint);
}
