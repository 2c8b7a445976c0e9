import { type PatternPainter, patternPainter } from '../fabric/pattern.ts';
import { WAISTBAND } from '../figure/clothes-lower.ts';
import type { Figure } from '../figure/figure.ts';
import { LAYER, REGION } from '../figure/layers.ts';
import type { Fabric } from '../figure/person-spec.ts';
import { type Arm, FOREARM, LEVEL, type Leg, UPPER_ARM } from '../figure/skeleton.ts';
import { SLEEVE_END } from '../figure/sleeves.ts';
import { cutDistance } from '../solid/nearest-tag.ts';
import type { Hit } from '../solid/trace.ts';
import type { Vector } from '../solid/vector.ts';
import { fractalNoise, valueNoise } from './noise.ts';
import { type Surface, setColour, setFinish, tone } from './surface.ts';
import { smoothstep } from './tone.ts';

/** Paints cloth at a hit of the given region. */
export type ClothPainter = (surface: Surface, hit: Hit, region: number) => void;

/** Width of the ribbed band around a neckline, in metres. */
const RIB = 0.017;

function alongLine(a: Vector, b: Vector, hit: Hit): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const dz = b[2] - a[2];
  const square = dx * dx + dy * dy + dz * dz;
  return ((hit.x - a[0]) * dx + (hit.y - a[1]) * dy + (hit.z - a[2]) * dz) / square;
}

/** Metres down the arm from the shoulder. */
function downArm(arm: Arm, hit: Hit, size: number): number {
  const upper = alongLine(arm.shoulder, arm.elbow, hit);
  if (upper <= 1) return upper * UPPER_ARM * size;
  return (UPPER_ARM + Math.max(0, alongLine(arm.elbow, arm.wrist, hit)) * FOREARM) * size;
}

/** Distance from a limb's axis towards the picture's right, in metres. */
function acrossLine(a: Vector, b: Vector, hit: Hit): number {
  const t = alongLine(a, b, hit);
  const x = hit.x - a[0] - (b[0] - a[0]) * t;
  const y = hit.y - a[1] - (b[1] - a[1]) * t;
  const tilt = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const across = (x * (b[1] - a[1]) - y * (b[0] - a[0])) / -tilt;
  return Math.atan2(across, Math.max(hit.z - a[2] - (b[2] - a[2]) * t + 0.02, 0.005)) * 0.055;
}

function stitch(surface: Surface, distance: number, strength: number): void {
  const line = Math.exp(-((distance / 0.0011) ** 2)) * strength;
  tone(surface, 1 - line, 1 - line, 1 - line);
}

function relief(surface: Surface, fabric: Fabric, hit: Hit): void {
  const weave =
    1 +
    fabric.weave *
      (0.1 * valueNoise(hit.x * 620, hit.y * 620, hit.z * 620) +
        0.05 * fractalNoise(hit.x * 210, hit.y * 210, hit.z * 210, 2));
  tone(surface, weave, weave, weave);
}

/** Painter of the upper garment: pattern, neck rib, hem and cuff stitches, buttons. */
export function upperClothPainter(figure: Figure): ClothPainter {
  const { spec, skeleton, grid } = figure;
  const size = skeleton.scale;
  const { fabric, neckline, sleeve } = spec.upper;
  const paint: PatternPainter = patternPainter(fabric.pattern);
  const printed = fabric.pattern.kind === 'print';
  const hem = spec.upper.hem * size;
  const level = (LEVEL.bust - (printed ? 0.035 : 0)) * size;
  const cuff =
    (sleeve === 'short' ? SLEEVE_END.short * UPPER_ARM : UPPER_ARM + 0.93 * FOREARM) * size;
  return (surface, hit, region) => {
    const arm = region === REGION.leftSleeve ? skeleton.arms[0] : skeleton.arms[1];
    const onSleeve = region === REGION.leftSleeve || region === REGION.rightSleeve;
    let edge: number;
    if (onSleeve) {
      const down = downArm(arm, hit, size);
      const across =
        down > UPPER_ARM * size
          ? acrossLine(arm.elbow, arm.wrist, hit)
          : acrossLine(arm.shoulder, arm.elbow, hit);
      paint(
        across + (printed ? 1 : 0),
        LEVEL.shoulder * size - level - down - 0.03,
        surface.albedo,
      );
      edge = cuff - down;
    } else {
      const u =
        Math.atan2(hit.x - (hit.y < 1.2 * size ? spec.stance.sway * 0.6 : 0), hit.z + 0.06) * 0.17;
      paint(u, hit.y - level, surface.albedo);
      edge = spec.upper.tucked ? 1 : hit.y - hem;
    }
    setFinish(surface, 0.16, 0, 0.03, 14, 0.5);
    relief(surface, fabric, hit);
    stitch(surface, edge - 0.019, 0.32);
    if (sleeve === 'long' && onSleeve && edge < 0.035) stitch(surface, edge - 0.034, 0.3);
    if (neckline !== 'collar' && !onSleeve) {
      const rim = cutDistance(grid, hit.cell, LAYER.upper, REGION.band, hit.x, hit.y, hit.z);
      if (rim < RIB * 1.4) {
        stitch(surface, rim - RIB, 0.42);
        if (rim < RIB) {
          const ribs = 0.95 + 0.05 * Math.sin(Math.atan2(hit.x, hit.z) * 190);
          tone(surface, ribs, ribs, ribs);
        }
      }
    }
    if (onSleeve || neckline !== 'collar' || hit.z < 0) return;
    stitch(surface, Math.abs(hit.x) - 0.017 * size, 0.3);
    const row = Math.round((hit.y - 1.4 * size) / (0.085 * size));
    const button = Math.hypot(hit.x, hit.y - 1.4 * size - row * 0.085 * size);
    if (button < 0.0062) {
      const k = 0.55 + 0.4 * smoothstep(0.0062, 0.004, button);
      setColour(surface, 0.72 * k, 0.7 * k, 0.66 * k);
      if (Math.hypot(Math.abs(hit.x) - 0.0013, 0) < 0.0006 && button < 0.002)
        tone(surface, 0.4, 0.4, 0.4);
    }
  };
}

function trouserDetails(surface: Surface, figure: Figure, hit: Hit): void {
  const { skeleton, spec } = figure;
  const size = skeleton.scale;
  const x = hit.x - spec.stance.sway * 0.95;
  const below = WAISTBAND * size - hit.y;
  stitch(surface, below - 0.036 * size, 0.45);
  stitch(surface, below - 0.004 * size, 0.25);
  if (hit.z < 0 || below > 0.3 * size) return;
  const fly = 0.028 - 0.026 * smoothstep(0.12, 0.175, below);
  if (below > 0.036 && below < 0.175) stitch(surface, x - fly, 0.3);
  if (below > 0.036) stitch(surface, x, 0.4 * smoothstep(0.26, 0.2, below));
  const pocket = 0.062 + 0.075 * smoothstep(0.02, 0.15, below) ** 1.4;
  if (below > 0.036 && below < 0.15) stitch(surface, (Math.abs(x) - pocket * size) * 0.9, 0.5);
  const button = Math.hypot(x - 0.006, below - 0.019 * size);
  if (button < 0.0085) {
    const k = 0.3 + 0.35 * smoothstep(0.0085, 0.005, button);
    setColour(surface, k, k * 0.96, k * 0.88);
    surface.gloss = 0.3;
  }
  const loop = Math.abs(Math.abs(x) - 0.085 * size);
  if (below < 0.04 * size && loop < 0.007) {
    stitch(surface, loop - 0.0062, 0.45);
    tone(surface, 1.06, 1.06, 1.06);
  }
}

/** Painter of the lower garment: pattern, waistband, fly, pockets, side seams and hems. */
export function lowerClothPainter(figure: Figure): ClothPainter {
  const { spec, skeleton } = figure;
  const { lower } = spec;
  if (lower === null) return () => {};
  const size = skeleton.scale;
  const paint = patternPainter(lower.fabric.pattern);
  const hem = lower.hem * size;
  return (surface, hit, region) => {
    let u = Math.atan2(hit.x - spec.stance.sway, hit.z + 0.05) * 0.17;
    if (region !== REGION.trunk) {
      const leg: Leg = skeleton.legs[region === REGION.leftLeg ? 0 : 1];
      const line: readonly [Vector, Vector] =
        hit.y > leg.knee[1] ? [leg.hip, leg.knee] : [leg.knee, leg.ankle];
      u = acrossLine(line[0], line[1], hit) + (region === REGION.leftLeg ? 0.3 : 0);
    }
    paint(u, hit.y - LEVEL.hip * size, surface.albedo);
    setFinish(surface, 0.14, 0, 0.025, 12, 0.4);
    relief(surface, lower.fabric, hit);
    stitch(surface, hit.y - hem - 0.021, 0.32);
    if (lower.kind === 'skirt') {
      stitch(surface, WAISTBAND * size - hit.y - 0.034 * size, 0.4);
      return;
    }
    if (lower.fabric.pattern.kind === 'denim') {
      const { knee } = skeleton.legs[hit.x > spec.stance.sway ? 0 : 1];
      const worn =
        Math.exp(-(((hit.y - knee[1] - 0.17) / 0.2) ** 2)) * smoothstep(0.02, 0.09, hit.z) * 0.4;
      tone(surface, 1 + worn * 1.2, 1 + worn * 0.9, 1 + worn * 0.6);
    }
    trouserDetails(surface, figure, hit);
  };
}
