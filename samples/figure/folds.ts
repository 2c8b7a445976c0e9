import { valueNoise } from '../shade/noise.ts';
import type { Displacement } from '../solid/solid.ts';
import { add, cross, mix, normalise, subtract, type Vector } from '../solid/vector.ts';
import type { PersonSpec } from './person-spec.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/** A bundle of folds around a point where the cloth is pulled, pushed together or hangs from. */
export interface Crease {
  readonly centre: Vector;
  /** The way the folds run. */
  readonly along: Vector;
  /** Reach along and across, metres. */
  readonly reach: readonly [number, number];
  readonly period: number;
  readonly depth: number;
}

/** How far a valley may go below the cloth, in metres: less than the cloth is thick at its edges. */
const DEEPEST = 0.001;

/** The relief of creases with an uneven cloth over it. */
export function creaseRelief(
  creases: readonly Crease[],
  softness: number,
  seed: number,
): Displacement {
  const packed = Float64Array.from(creases.flatMap(packCrease));
  const uneven = 0.003 * softness;
  return (x, y, z) => {
    const warp = valueNoise(x * 13 + seed, y * 10, z * 13);
    let relief = uneven * (warp - 1);
    for (let o = 0; o < packed.length; o += PACKED) {
      const px = x - packed[o]!;
      const py = y - packed[o + 1]!;
      if (Math.abs(py) > packed[o + 14]! || Math.abs(px) > packed[o + 13]!) continue;
      const pz = z - packed[o + 2]!;
      const reach = packed[o + 9]!;
      const a = (px * packed[o + 3]! + py * packed[o + 4]! + pz * packed[o + 5]!) / reach;
      const b = px * packed[o + 6]! + py * packed[o + 7]! + pz * packed[o + 8]!;
      const c = b / packed[o + 10]!;
      const away = (px * px + py * py + pz * pz) / (reach * reach) - a * a;
      const fade = 1 - (a * a + c * c + Math.max(0, away) * DEPTH_FADE) / 4;
      if (fade <= 0) continue;
      const fan = b / (packed[o + 11]! * (1 + 0.35 * Math.abs(a)));
      const wave = Math.sin(6.283 * (fan + warp * 0.3));
      const ridge = wave > 0 ? wave * wave : wave * 0.15;
      relief -= packed[o + 12]! * softness * fade * fade * fade * fade * ridge;
    }
    return Math.min(relief, DEEPEST);
  };
}

/** Values per packed crease. */
const PACKED = 15;

/** How much faster than along its reach a crease fades off the plane of its folds. */
const DEPTH_FADE = 0.4;

/** A crease's frame and measures, and the half extents in x and y outside which it is nothing. */
function packCrease({ centre, along, reach, period, depth }: Crease): readonly number[] {
  const line = normalise(along);
  const across = normalise(cross(line, Math.abs(line[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1]));
  const third = cross(line, across);
  const off = reach[0] / Math.sqrt(DEPTH_FADE);
  const extent = (axis: 0 | 1) =>
    2 * Math.hypot(line[axis] * reach[0], across[axis] * reach[1], third[axis] * off);
  return [...centre, ...line, ...across, reach[0], reach[1], period, depth, extent(0), extent(1)];
}

/** Folds of a top or dress: from the armpits, at the waist, at bent elbows, down a skirt. */
export function upperCreases(spec: PersonSpec, skeleton: Skeleton): readonly Crease[] {
  const s = skeleton.scale;
  const { upper } = spec;
  const creases: Crease[] = [];
  for (const side of SIDES) {
    const { shoulder, elbow, wrist } = skeleton.arms[side.index];
    const armpit: Vector = [shoulder[0] - side.sign * 0.035 * s, 1.29 * s, 0.05 * s];
    creases.push({
      centre: armpit,
      along: [-side.sign * 0.45, -1, 0],
      reach: [0.11 * s, 0.045 * s],
      period: 0.036 * s,
      depth: 0.0055,
    });
    if (upper.sleeve === 'short') {
      creases.push({
        centre: mix(shoulder, elbow, 0.42),
        along: add(subtract(elbow, shoulder), [-side.sign * 0.14, 0, 0]),
        reach: [0.09 * s, 0.05 * s],
        period: 0.034 * s,
        depth: 0.0048,
      });
    }
    if (upper.sleeve === 'long') {
      const outwards = subtract(elbow, shoulder);
      const bend = subtract(wrist, elbow);
      const across = normalise(cross(add(outwards, bend), [0, 0, 1]));
      creases.push(
        {
          centre: elbow,
          along: add(across, [0, 0.35, 0]),
          reach: [0.055 * s, 0.085 * s],
          period: 0.03 * s,
          depth: 0.0065,
        },
        {
          centre: mix(shoulder, elbow, 0.5),
          along: add(outwards, [side.sign * 0.12, 0, 0]),
          reach: [0.1 * s, 0.045 * s],
          period: 0.035 * s,
          depth: 0.005,
        },
        {
          centre: mix(elbow, wrist, 0.82),
          along: add(across, [0, -0.25, 0]),
          reach: [0.05 * s, 0.05 * s],
          period: 0.022 * s,
          depth: 0.004,
        },
      );
    }
    creases.push({
      centre: [side.sign * 0.1 * s, 1.1 * s, 0.06 * s],
      along: [-side.sign, -0.35, 0],
      reach: [0.1 * s, 0.07 * s],
      period: 0.045 * s,
      depth: 0.006,
    });
    if (spec.build.bust > 0) {
      creases.push({
        centre: [side.sign * 0.07 * s, 1.16 * s, 0.12 * s],
        along: [side.sign * 0.12, -1, 0],
        reach: [0.1 * s, 0.06 * s],
        period: 0.05 * s,
        depth: 0.0045,
      });
    }
  }
  if (upper.tucked) {
    creases.push({
      centre: [0, 1.09 * s, 0.1 * s],
      along: [0.12, 1, 0],
      reach: [0.06 * s, 0.16 * s],
      period: 0.036 * s,
      depth: 0.006,
    });
  } else {
    creases.push({
      centre: [0, (upper.hem + 0.04) * s, 0.1 * s],
      along: [0.08, 1, 0],
      reach: [0.13 * s, 0.17 * s],
      period: 0.085 * s,
      depth: 0.0075,
    });
  }
  if (upper.hem < 0.75) {
    creases.push({
      centre: [0, (upper.hem + 0.05) * s, 0],
      along: [0, 1, 0],
      reach: [0.28 * s, 0.4 * s],
      period: 0.08 * s,
      depth: 0.014,
    });
  }
  return creases;
}

/** Folds of trousers, shorts or a skirt: from the crotch, behind the knees, over the shoes. */
export function lowerCreases(spec: PersonSpec, skeleton: Skeleton): readonly Crease[] {
  const s = skeleton.scale;
  const { lower } = spec;
  if (lower === null) return [];
  const creases: Crease[] = [];
  const middle = spec.stance.sway;
  if (lower.kind === 'skirt') {
    return [
      {
        centre: [middle, lower.hem * s + 0.05, 0],
        along: [0, 1, 0],
        reach: [0.25 * s, 0.4 * s],
        period: 0.075 * s,
        depth: 0.004 + lower.ease[1] * 0.12,
      },
      {
        centre: [middle, 0.93 * s, 0.1 * s],
        along: [1, 0.1, 0],
        reach: [0.13 * s, 0.05 * s],
        period: 0.05 * s,
        depth: 0.003,
      },
    ];
  }
  for (const side of SIDES) {
    const { knee, ankle, hip } = skeleton.legs[side.index];
    creases.push(
      {
        centre: [middle + side.sign * 0.062 * s, 0.835 * s, 0.08 * s],
        along: [side.sign, 0.42, 0],
        reach: [0.07 * s, 0.045 * s],
        period: 0.034 * s,
        depth: 0.0048,
      },
      {
        centre: add(mix(hip, knee, 0.55), [0, 0, 0.06 * s]),
        along: [side.sign * 0.25, 1, 0],
        reach: [0.14 * s, 0.05 * s],
        period: 0.05 * s,
        depth: 0.0042,
      },
    );
    if (lower.hem < 0.4) {
      creases.push(
        {
          centre: add(knee, [0, -0.02 * s, 0.03 * s]),
          along: [side.sign, -0.35, 0],
          reach: [0.08 * s, 0.09 * s],
          period: 0.038 * s,
          depth: 0.0055,
        },
        {
          centre: add(mix(knee, ankle, 0.86), [0, 0, 0.02 * s]),
          along: [1, side.sign * 0.3, 0],
          reach: [0.1 * s, 0.08 * s],
          period: 0.036 * s,
          depth: 0.0065,
        },
      );
    }
  }
  return creases;
}
