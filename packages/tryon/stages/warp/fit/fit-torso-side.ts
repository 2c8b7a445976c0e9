import type { Point } from '@proteus/raster/types.ts';
import type { GarmentSide, UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { sideSign } from '../body/body-side.ts';
import { pointInFrame } from '../body/frame-coordinates.ts';
import { type ShoulderLine, shoulderTopBelow } from '../body/shoulder-line.ts';
import type { TorsoOutline } from '../body/torso-outline.ts';
import { waistbandHalfWidth } from '../body/waistband-width.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { clamp, mix, smoothStep } from '../scalar.ts';
import { belowArmhole, clothHalfWidth } from './cloth-width.ts';
import { fitArmhole } from './fit-armhole.ts';
import { fitShoulderSeam } from './fit-shoulder-seam.ts';
import { partNear } from './garment-edge.ts';
import { gradedShare } from './length-grade.ts';
import { shoulderStations } from './shoulder-stations.ts';
import { OFF_SHOULDER_DROP } from './tip-rise.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** How far over the shoulder's boundary cloth lies, in shoulder widths. */
export const CLOTH_RISE = 0.012;
/** What is narrower on the shoulder, in the same, is a strap: it goes on so far over it, to the back. */
const STRAP = 0.16;
const OVER_SHOULDER = 0.06;
/** Nearer to the middle, in the same, a halter goes up the neck. */
export const HALTER = 0.24;
const LOWEST_ARMPIT = 0.5;
const LOWEST_ARMPIT_SLEEVELESS = 0.5;

/**
 * Where between its middle and its corners the hem is held, as shares of the way: so closely that
 * the cloth between hangs in no bows where its length is drawn far from its own.
 */
const HEM_SHARES = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875] as const;
/** The side seam is held at so many places between two that are known, for the same reason. */
const SEAM_STEPS = 3;
const SEAM_WEIGHT = 5;
/** How strongly each place along the hem is held. */
export const HEM_WEIGHT = 4;
/** A tucked top is gathered to the waistband's width over this height above it, in torso lengths ... */
const GATHERED = 0.14;
/** ... but no further than to this share of its own: what seems narrower is hidden. */
const MOST_GATHERED = 0.85;
/** How far the hem hangs below its corners in the middle, in shoulder widths. */
export const HEM_SAG = 0.02;

/** The picture point where cloth lies on the shoulder, `station` shoulder widths from the middle and `rise` over it. */
function shoulderPoint(
  person: PersonAnalysis,
  line: ShoulderLine,
  side: PictureSide,
  station: number,
  offShoulder: boolean,
  rise: number,
) {
  const width = person.frame.shoulderWidth;
  const below = offShoulder
    ? line.drop[side] + OFF_SHOULDER_DROP * width
    : shoulderTopBelow(line, side, station, width) - rise * width;
  return pointInFrame(person.frame, sideSign(side) * station, below);
}

/** Targets of one side of the torso. */
export interface TorsoSide {
  /** Where the neckline and the sleeve begin on the shoulder. */
  readonly collar: Constraint;
  readonly tip: Constraint;
  readonly armpit: Constraint;
  /** What holds the shoulder seam from collar to tip. */
  readonly shoulder: readonly Constraint[];
  /** Down a bare armhole and the side seam, and along the hem. */
  readonly seam: readonly Constraint[];
}

/** Places along an edge, each gap of it parted evenly; the last place itself is left out. */
function densely(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]!;
    return Array.from({ length: SEAM_STEPS }, (_, step) => ({
      x: mix(from.x, to.x, step / SEAM_STEPS),
      y: mix(from.y, to.y, step / SEAM_STEPS),
    }));
  });
}

/** Works out where one side of the torso goes: shoulder, armpit, side seam and its half of the hem. */
export function fitTorsoSide(
  side: PictureSide,
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  line: ShoulderLine,
  outline: TorsoOutline,
  measures: TorsoMeasures,
): TorsoSide {
  const part: GarmentSide = garment[side];
  const { frame } = person;
  const width = frame.shoulderWidth;
  const sign = sideSign(side);
  const { scale, hem } = measures;
  const halfAt = (x: number) => Math.abs(x - garment.middle) * scale;
  const { collarAt, tipAt } = shoulderStations(part, measures, width);
  const armpitStation = clamp((halfAt(part.armpit.x) / width) * 0.92, 0.46, 0.6);
  const lowest = measures.sleeveless ? LOWEST_ARMPIT_SLEEVELESS : LOWEST_ARMPIT;
  const armpitBelow =
    clamp(
      (part.armpit.y - part.tip.y) * measures.hemScale * measures.grade.first - measures.tipRise,
      0.26 * width,
      lowest * width,
    ) +
    line.drop[side] * 0.9;
  const torso = GARMENT_PART.torso;
  // Beside a bare arm cloth ends flush with the skin.
  const flush = measures.sleeveless ? 1 / Math.max(0.01, tipAt - collarAt) : 0;
  const onShoulder = (station: number) => {
    const rise = CLOTH_RISE * (1 - flush * (station - collarAt));
    return shoulderPoint(person, line, side, station, measures.offShoulder, rise);
  };
  const collar: Constraint = {
    source: part.collar,
    target: onShoulder(collarAt),
    weight: 96,
    part: partNear(garment, part.collar),
  };
  const tip: Constraint = {
    source: part.tip,
    target: onShoulder(tipAt),
    weight: 72,
    part: partNear(garment, part.tip),
  };
  const armpit: Constraint = {
    source: part.armpit,
    target: pointInFrame(frame, sign * armpitStation, armpitBelow),
    weight: 20,
    part: torso,
  };
  const { hemRow } = measures;
  const between = fitShoulderSeam(garment, part, (share) =>
    onShoulder(mix(collarAt, tipAt, share)),
  );
  const broad = Math.abs(part.tip.x - part.collar.x) * scale;
  const isStrap = measures.sleeveless && collarAt > HALTER && broad < STRAP * width;
  const over = isStrap ? OVER_SHOULDER * width : 0;
  const shoulder = [collar, tip, ...between].map(({ target, ...held }) => ({
    ...held,
    target: { x: target.x - frame.down.x * over, y: target.y - frame.down.y * over },
  }));
  const seam: Constraint[] =
    measures.sleeveless && !measures.offShoulder
      ? fitArmhole(side, garment, person, tip, armpit, scale)
      : [];
  const { tuckedAt } = measures;
  const waistband = tuckedAt === null ? null : waistbandHalfWidth(person, side, tuckedAt);
  const gathered = (below: number, half: number): number => {
    if (tuckedAt === null || waistband === null || half <= waistband) return half;
    const from = tuckedAt - GATHERED * frame.torsoLength;
    const narrow = Math.max(waistband, MOST_GATHERED * half);
    return mix(half, narrow, smoothStep(from, tuckedAt, below));
  };
  const belowAt = (row: number) => {
    const t = (row - part.armpit.y) / Math.max(1, hemRow.y - part.armpit.y);
    return mix(armpitBelow, hem, gradedShare(t, measures.grade));
  };
  for (const point of densely([...part.seam.map(({ point }) => point), part.hem])) {
    if (point.y > hemRow.y) continue;
    const below = belowAt(point.y);
    const worn = gathered(
      below,
      clothHalfWidth(outline, side, below / frame.torsoLength, halfAt(point.x)),
    );
    const half = measures.sleeveless
      ? belowArmhole(worn, armpitStation * width, below - armpitBelow)
      : worn;
    seam.push({
      source: point,
      target: pointInFrame(frame, (sign * half) / width, below),
      weight: SEAM_WEIGHT,
      part: torso,
    });
  }
  if (hemRow.bodysuit) return { collar, tip, armpit, shoulder, seam };
  const hemHalf = gathered(
    hem,
    clothHalfWidth(outline, side, hem / frame.torsoLength, halfAt(part.hem.x)),
  );
  seam.push({
    source: part.hem,
    target: pointInFrame(frame, (sign * hemHalf) / width, belowAt(part.hem.y)),
    weight: 16,
    part: torso,
  });
  // The hem hangs in one line, not from its corners and its middle.
  for (const share of HEM_SHARES) {
    const x = mix(garment.middle, part.hem.x, share);
    seam.push({
      source: { x, y: hemRow.y },
      target: pointInFrame(
        frame,
        (sign * hemHalf * share) / width,
        hem + HEM_SAG * width * (1 - share * share),
      ),
      weight: HEM_WEIGHT,
      part: torso,
    });
  }
  return { collar, tip, armpit, shoulder, seam };
}
