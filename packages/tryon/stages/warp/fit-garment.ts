import type { GarmentAnalysis, GarmentSide } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { measureArmOutlines } from './arm-outline.ts';
import type { PictureSide } from './body-side.ts';
import { PICTURE_SIDES, sideSign } from './body-side.ts';
import type { Constraint, Stretch } from './constraint.ts';
import type { Fit } from './fit.ts';
import { fitHem, naturalHem } from './fit-hem.ts';
import { fitSleeve } from './fit-sleeve.ts';
import { pointInFrame } from './frame-coordinates.ts';
import { findOldHem } from './old-hem.ts';
import { clamp, median, mix } from './scalar.ts';
import type { ShoulderLine } from './shoulder-line.ts';
import { measureShoulderLine, shoulderTopBelow } from './shoulder-line.ts';
import type { TorsoOutline } from './torso-outline.ts';
import { measureTorsoOutline, torsoHalfWidth } from './torso-outline.ts';

/**
 * From neck base to the place above the armpit (where a garment's shoulder tip is measured), in
 * shoulder widths from the body's middle.
 */
const NECK_BASE = 0.19;
const SHOULDER_TIP = 0.45;
/** A sleeveless top's straps or shoulders may end further out than a sleeve's seam. */
const SLEEVELESS_TIP_SHARE = 1.15;
/** How far over the shoulder's boundary cloth lies, in shoulder widths. */
const CLOTH_RISE = 0.012;
/** How far cloth may be pulled wider or fall narrower than it lies flat. */
const WIDEST_PULL = 1.25;
const NARROWEST_PULL = 0.78;
const LOWEST_ARMPIT = 0.44;
const LOWEST_ARMPIT_SLEEVELESS = 0.5;

interface Measures {
  readonly scale: number;
  readonly sleeveless: boolean;
  readonly tipShare: number;
  readonly tipMiddle: number;
  readonly hemScale: number;
  readonly hem: number;
  readonly tipRise: number;
}

function measureScale(garment: GarmentAnalysis, shoulderWidth: number) {
  const { left, right } = garment;
  const sleeveless = left.sleeve === null && right.sleeve === null;
  const tipShare = sleeveless ? SLEEVELESS_TIP_SHARE : 1;
  const tips = Math.hypot(right.tip.x - left.tip.x, right.tip.y - left.tip.y);
  const armpits = Math.hypot(right.armpit.x - left.armpit.x, right.armpit.y - left.armpit.y);
  const byTips = (2 * mix(NECK_BASE, SHOULDER_TIP, tipShare) * shoulderWidth) / tips;
  const byArmpits = (2 * 0.56 * shoulderWidth) / armpits;
  const scale = sleeveless
    ? byTips * 0.6 + byArmpits * 0.4
    : Math.min(byTips, byTips * 0.5 + byArmpits * 0.5);
  return { scale, sleeveless, tipShare };
}

/** The picture point of the shoulder's upper boundary, `share` of the way from neck to tip. */
function shoulderPoint(
  person: PersonAnalysis,
  line: ShoulderLine,
  side: PictureSide,
  share: number,
) {
  const station = mix(NECK_BASE, SHOULDER_TIP, share);
  const width = person.frame.shoulderWidth;
  const below = shoulderTopBelow(line, side, station, width) - CLOTH_RISE * width;
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
  garment: GarmentAnalysis,
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
  const collarShare = clamp((collarStation - NECK_BASE) / (SHOULDER_TIP - NECK_BASE), 0, 1);
  const armpitStation = clamp((halfAt(part.armpit.x) / width) * 0.92, 0.46, 0.6);
  const lowest = measures.sleeveless ? LOWEST_ARMPIT_SLEEVELESS : LOWEST_ARMPIT;
  const armpitBelow =
    clamp(
      (part.armpit.y - part.tip.y) * measures.hemScale - measures.tipRise,
      0.26 * width,
      lowest * width,
    ) +
    line.drop[side] * 0.9;
  const torso = GARMENT_PART.torso;
  const constraints: Constraint[] = [
    {
      source: part.collar,
      target: shoulderPoint(person, line, side, collarShare),
      weight: 96,
      part: torso,
    },
    {
      source: part.tip,
      target: shoulderPoint(person, line, side, measures.tipShare),
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
  for (const { t, point } of part.seam) {
    const below = mix(armpitBelow, hem, t);
    const half = clothHalfWidth(outline, side, below / frame.torsoLength, halfAt(point.x));
    constraints.push({
      source: point,
      target: pointInFrame(frame, (sign * half) / width, below),
      weight: 10,
      part: torso,
    });
  }
  const hemHalf = clothHalfWidth(outline, side, hem / frame.torsoLength, halfAt(part.hem.x));
  constraints.push({
    source: part.hem,
    target: pointInFrame(frame, (sign * hemHalf) / width, hem),
    weight: 16,
    part: torso,
  });
  return constraints;
}

/**
 * Works out where an upper-body garment's landmarks should lie on this person.
 *
 * Shoulders follow the mask's own boundary; the armpit drops at most 0.44 shoulder widths; the
 * garment's length is drawn towards 1.2 torso lengths; the sides follow the body within what the
 * cloth's own width allows.
 */
export function fitGarment(garment: GarmentAnalysis, person: PersonAnalysis): Fit {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const line = measureShoulderLine(person);
  const outline = measureTorsoOutline(person);
  const { scale, sleeveless, tipShare } = measureScale(garment, width);
  const tipY = (garment.left.tip.y + garment.right.tip.y) / 2;
  const length = Math.max(1, garment.hem - tipY);
  const tipRise =
    -(
      shoulderTopBelow(line, 'left', 0.5, width) -
      line.drop.left +
      (shoulderTopBelow(line, 'right', 0.5, width) - line.drop.right)
    ) / 2;
  const natural = naturalHem(length * scale - tipRise, frame.torsoLength);
  const oldHem = findOldHem(person);
  const hemFit = fitHem(natural, oldHem, frame.torsoLength);
  const hemScale = (hemFit.hem + tipRise) / length;
  const measures: Measures = {
    scale,
    sleeveless,
    tipShare,
    tipMiddle: (garment.left.tip.x + garment.right.tip.x) / 2,
    hemScale,
    hem: hemFit.hem,
    tipRise,
  };

  const arms = measureArmOutlines(person);
  const constraints: Constraint[] = [];
  const widthScales: number[] = [];
  const sleeveStretch: Record<PictureSide, Stretch | null> = { left: null, right: null };
  const sleeveReach = { left: 0, right: 0 };
  for (const side of PICTURE_SIDES) {
    const own = fitSide(side, garment, person, line, outline, measures);
    constraints.push(...own);
    for (const { source, target } of own.slice(3, -1)) {
      const dx = target.x - frame.shoulderMiddle.x;
      const dy = target.y - frame.shoulderMiddle.y;
      const across = Math.abs(dx * frame.right.x + dy * frame.right.y);
      widthScales.push(across / Math.max(8, Math.abs(source.x - garment.middle)));
    }
    const { sleeve } = garment[side];
    if (sleeve !== null) {
      const tip = own[1]!.target;
      const fitted = fitSleeve(side, sleeve, garment, person, arms[side], tip, scale);
      constraints.push(...fitted.constraints);
      sleeveStretch[side] = fitted.stretch;
      sleeveReach[side] = fitted.reach;
    }
  }
  constraints.push({
    source: { x: garment.middle, y: garment.hem },
    target: pointInFrame(frame, 0, hemFit.hem + 0.02 * width),
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
    hem: hemFit,
    oldHem,
    sleeveReach,
  };
}
