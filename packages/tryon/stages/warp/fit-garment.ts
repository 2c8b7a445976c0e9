import type { GarmentSide, UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { measureArmOutlines } from './arm-outline.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, PICTURE_SIDES, sideSign } from './body-side.ts';
import type { Constraint, Stretch } from './constraint.ts';
import { type EffectiveHem, effectiveHem } from './effective-hem.ts';
import type { Fit } from './fit.ts';
import { coveringShare, fitBodysuitHem, fitHem, naturalHem } from './fit-hem.ts';
import { fitSleeve } from './fit-sleeve.ts';
import { pointInFrame } from './frame-coordinates.ts';
import { type GarmentScale, measureGarmentScale } from './garment-scale.ts';
import { gradedShare, gradeLength, type LengthGrade } from './length-grade.ts';
import { findOldHem } from './old-hem.ts';
import { clamp, median, mix } from './scalar.ts';
import type { ShoulderLine } from './shoulder-line.ts';
import { measureShoulderLine, shoulderTopBelow } from './shoulder-line.ts';
import type { TorsoOutline } from './torso-outline.ts';
import { measureTorsoOutline, torsoHalfWidth } from './torso-outline.ts';

/** Where the neck begins, in shoulder widths from the body's middle. */
const NECK_BASE = 0.19;
/** How far below the shoulder joints an off-shoulder neckline runs, in shoulder widths. */
const OFF_SHOULDER_DROP = 0.06;
/** How far over the shoulder's boundary cloth lies, in shoulder widths. */
const CLOTH_RISE = 0.012;
/** How far cloth may be pulled wider or fall narrower than it lies flat. */
const WIDEST_PULL = 1.25;
const NARROWEST_PULL = 0.78;
const LOWEST_ARMPIT = 0.44;
const LOWEST_ARMPIT_SLEEVELESS = 0.5;

/** Where between its middle and its corners the hem is held, as shares of the way. */
const HEM_SHARES = [0.35, 0.7] as const;
/** How far the hem hangs below its corners in the middle, in shoulder widths. */
const HEM_SAG = 0.02;

interface Measures extends GarmentScale {
  readonly tipMiddle: number;
  /** Vertical pixels per garment pixel. */
  readonly hemScale: number;
  readonly grade: LengthGrade;
  readonly hem: number;
  readonly hemRow: EffectiveHem;
  readonly tipRise: number;
}

/** The picture point where cloth lies on the shoulder, `station` shoulder widths from the middle. */
function shoulderPoint(
  person: PersonAnalysis,
  line: ShoulderLine,
  side: PictureSide,
  station: number,
  offShoulder: boolean,
) {
  const width = person.frame.shoulderWidth;
  const below = offShoulder
    ? line.drop[side] + OFF_SHOULDER_DROP * width
    : shoulderTopBelow(line, side, station, width) - CLOTH_RISE * width;
  return pointInFrame(person.frame, sideSign(side) * station, below);
}

/** Half width of the cloth in pixels at a height: the body's, within what the garment allows. */
function clothHalfWidth(
  outline: TorsoOutline,
  side: PictureSide,
  share: number,
  garmentHalf: number,
): number {
  const body = torsoHalfWidth(outline, side, share) * 1.03;
  return Math.max(Math.min(body, garmentHalf * WIDEST_PULL), garmentHalf * NARROWEST_PULL);
}

function fitSide(
  side: PictureSide,
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  line: ShoulderLine,
  outline: TorsoOutline,
  measures: Measures,
): Constraint[] {
  const part: GarmentSide = garment[side];
  const { frame } = person;
  const width = frame.shoulderWidth;
  const sign = sideSign(side);
  const { scale, hem } = measures;
  const halfAt = (x: number) => Math.abs(x - garment.middle) * scale;
  const collarStation = (Math.abs(part.collar.x - measures.tipMiddle) * scale) / width;
  const collarAt = clamp(collarStation, NECK_BASE, measures.tipStation);
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
  const constraints: Constraint[] = [
    {
      source: part.collar,
      target: shoulderPoint(person, line, side, collarAt, measures.offShoulder),
      weight: 96,
      part: torso,
    },
    {
      source: part.tip,
      target: shoulderPoint(person, line, side, measures.tipStation, measures.offShoulder),
      weight: 72,
      part: torso,
    },
    {
      source: part.armpit,
      target: pointInFrame(frame, sign * armpitStation, armpitBelow),
      weight: 20,
      part: torso,
    },
  ];
  const { hemRow } = measures;
  const belowAt = (row: number) => {
    const t = (row - part.armpit.y) / Math.max(1, hemRow.y - part.armpit.y);
    return mix(armpitBelow, hem, gradedShare(t, measures.grade));
  };
  for (const { point } of part.seam) {
    if (point.y > hemRow.y) continue;
    const below = belowAt(point.y);
    const half = clothHalfWidth(outline, side, below / frame.torsoLength, halfAt(point.x));
    constraints.push({
      source: point,
      target: pointInFrame(frame, (sign * half) / width, below),
      weight: 10,
      part: torso,
    });
  }
  if (hemRow.bodysuit) return constraints;
  const hemHalf = clothHalfWidth(outline, side, hem / frame.torsoLength, halfAt(part.hem.x));
  constraints.push({
    source: part.hem,
    target: pointInFrame(frame, (sign * hemHalf) / width, belowAt(part.hem.y)),
    weight: 16,
    part: torso,
  });
  // The hem hangs in one line, not from its corners and its middle.
  for (const share of HEM_SHARES) {
    const x = mix(garment.middle, part.hem.x, share);
    constraints.push({
      source: { x, y: hemRow.y },
      target: pointInFrame(frame, (sign * hemHalf * share) / width, hem + HEM_SAG * width),
      weight: 6,
      part: torso,
    });
  }
  return constraints;
}

/**
 * Works out where an upper-body garment's landmarks should lie on this person.
 *
 * Shoulders follow the mask's own boundary; the armpit drops at most 0.44 shoulder widths; the
 * garment's length is drawn towards 1.2 torso lengths; the sides follow the body within what the
 * cloth's own width allows.
 */
export function fitGarment(garment: UpperBodyGarment, person: PersonAnalysis): Fit {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const line = measureShoulderLine(person);
  const outline = measureTorsoOutline(person);
  const arms = PICTURE_SIDES.map((side) => armAt(person.pose, side));
  const armLength =
    (arms[0]!.upperLength + arms[0]!.lowerLength + arms[1]!.upperLength + arms[1]!.lowerLength) / 2;
  const size = measureGarmentScale(garment, width, armLength);
  const { scale } = size;
  const hemRow = effectiveHem(garment);
  const tipY = (garment.left.tip.y + garment.right.tip.y) / 2;
  const length = Math.max(1, hemRow.y - tipY);
  const tipRise =
    -(
      shoulderTopBelow(line, 'left', 0.5, width) -
      line.drop.left +
      (shoulderTopBelow(line, 'right', 0.5, width) - line.drop.right)
    ) / 2;
  const chest = Math.abs(garment.right.armpit.x - garment.left.armpit.x);
  const covering = coveringShare(length, chest);
  const natural = naturalHem(length * scale - tipRise, frame.torsoLength, covering);
  const oldHem = findOldHem(person);
  const fitEnd = hemRow.bodysuit ? fitBodysuitHem : fitHem;
  const hemFit = fitEnd(natural, oldHem, frame.torsoLength, covering);
  const hemScale = (hemFit.hem + tipRise) / length;
  const armpitRow = (garment.left.armpit.y + garment.right.armpit.y) / 2;
  const grade = gradeLength(armpitRow, hemRow.y, scale, hemScale);
  const measures: Measures = {
    ...size,
    hemRow,
    tipMiddle: (garment.left.tip.x + garment.right.tip.x) / 2,
    hemScale,
    grade,
    hem: hemFit.hem,
    tipRise,
  };

  const outlines = measureArmOutlines(person);
  const constraints: Constraint[] = [];
  const widthScales: number[] = [];
  const sleeveStretch: Record<PictureSide, Stretch | null> = { left: null, right: null };
  const sleeveReach = { left: 0, right: 0 };
  for (const side of PICTURE_SIDES) {
    const own = fitSide(side, garment, person, line, outline, measures);
    constraints.push(...own);
    for (const { source, target } of own.slice(3)) {
      const dx = target.x - frame.shoulderMiddle.x;
      const dy = target.y - frame.shoulderMiddle.y;
      const across = Math.abs(dx * frame.right.x + dy * frame.right.y);
      widthScales.push(across / Math.max(8, Math.abs(source.x - garment.middle)));
    }
    const { sleeve } = garment[side];
    if (sleeve !== null) {
      const tip = own[1]!.target;
      const fitted = fitSleeve(side, sleeve, garment, person, outlines[side], tip, scale);
      constraints.push(...fitted.constraints);
      sleeveStretch[side] = fitted.stretch;
      sleeveReach[side] = fitted.reach;
    }
  }
  constraints.push({
    source: { x: garment.middle, y: hemRow.y },
    target: pointInFrame(frame, 0, hemFit.hem + HEM_SAG * width),
    weight: 12,
    part: GARMENT_PART.torso,
  });
  const across = widthScales.length > 0 ? median(widthScales) : scale;
  const torsoStretch: Stretch = [across, 0, 0, hemScale];
  return {
    scale,
    constraints,
    stretch: [
      torsoStretch,
      torsoStretch,
      sleeveStretch.left ?? torsoStretch,
      sleeveStretch.right ?? torsoStretch,
    ],
    lengthGrade: grade,
    hem: hemFit,
    oldHem,
    sleeveReach,
  };
}
