import type { Tuck } from '@proteus/contracts/jobs/corrections.ts';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { measureArmOutlines } from '../body/arm-outline.ts';
import type { PictureSide } from '../body/body-side.ts';
import { armAt, PICTURE_SIDES } from '../body/body-side.ts';
import { measureBodyTurn, seenShoulders } from '../body/body-turn.ts';
import { acrossFrame, pointInFrame } from '../body/frame-coordinates.ts';
import { findOldHem } from '../body/old-hem.ts';
import { measureShoulderLine, undressedLine } from '../body/shoulder-line.ts';
import { measureTorsoOutline } from '../body/torso-outline.ts';
import type { Constraint, Stretch } from '../mesh/constraint.ts';
import { median, mix } from '../scalar.ts';
import { holdFront } from './chest-grid.ts';
import { effectiveHem } from './effective-hem.ts';
import type { Fit } from './fit.ts';
import { fitBackCollar } from './fit-back-collar.ts';
import { coveringShare, fitBodysuitHem, naturalHem } from './fit-hem.ts';
import { fitNeckline } from './fit-neckline.ts';
import { fitSleeve } from './fit-sleeve.ts';
import { fitTorsoSide, HEM_SAG, HEM_WEIGHT } from './fit-torso-side.ts';
import { fitTuck } from './fit-tuck.ts';
import { frontScale, ownFrontScale } from './front-widths.ts';
import { measureGarmentScale } from './garment-scale.ts';
import { hangFront } from './hang-front.ts';
import { gradeLength } from './length-grade.ts';
import { hemSlope, slantHem } from './slant-hem.ts';
import { tipRise } from './tip-rise.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Bras and cropped tops without sleeves are drawn out by the body: so much shorter than wide against their flat photo (two, flat and worn). */
const TIGHT = 0.88;
/** Down to here, in torso lengths, no hem's slant shows. */
const SLANTS_FROM = 0.4;

/**
 * Works out where an upper-body garment's landmarks should lie on this person.
 *
 * Shoulders follow the mask's own boundary; the armpit drops at most 0.44 shoulder widths; the
 * garment's length is drawn towards 1.2 torso lengths; the sides follow the body within what the
 * cloth's own width allows.
 *
 * @param placeEnd tells where the garment ends, in pixels below the shoulder joints, from where it
 * would end by its own length; without it the old top and the usual lengths decide.
 * @param tuck how the top should end at the waist; a bodysuit always goes under the lower clothes.
 */
export function fitGarment(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  tuck: Tuck = 'auto',
  placeEnd?: (own: number) => number,
): Fit {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const dressed = measureShoulderLine(person);
  const outline = measureTorsoOutline(person);
  const arms = PICTURE_SIDES.map((side) => armAt(person.pose, side));
  const armLength =
    (arms[0]!.upperLength + arms[0]!.lowerLength + arms[1]!.upperLength + arms[1]!.lowerLength) / 2;
  const seen = seenShoulders(person);
  const size = measureGarmentScale(garment, width / seen, armLength);
  const scale = size.scale * seen;
  const hemRow = effectiveHem(garment);
  const tipY = (garment.left.tip.y + garment.right.tip.y) / 2;
  const length = Math.max(1, hemRow.y - tipY);
  const chest = Math.abs(garment.right.armpit.x - garment.left.armpit.x);
  const covering = coveringShare(length, chest);
  const line = size.sleeveless ? undressedLine(dressed) : dressed;
  const along = size.scale * (size.sleeveless ? mix(TIGHT, 1, covering) : 1);
  const rise = tipRise(size.offShoulder, line, width);
  const own = length * along - rise;
  const natural = naturalHem(own, frame.torsoLength, covering);
  const oldHem = findOldHem(person);
  const fitEnd = () =>
    hemRow.bodysuit
      ? fitBodysuitHem(natural, oldHem, frame.torsoLength)
      : fitTuck(tuck, natural, oldHem, frame.torsoLength, covering);
  const hemFit = placeEnd === undefined ? fitEnd() : { hem: placeEnd(own), tuckedAt: null };
  const hemScale = (hemFit.hem + rise) / length;
  const armpitRow = (garment.left.armpit.y + garment.right.armpit.y) / 2;
  const grade = gradeLength(armpitRow, hemRow.y, along, hemScale);
  const measures: TorsoMeasures = {
    ...size,
    scale,
    along,
    hemRow,
    tipMiddle: (garment.left.tip.x + garment.right.tip.x) / 2,
    hemScale,
    grade,
    hem: hemFit.hem,
    tuckedAt: hemFit.tuckedAt,
    tipRise: rise,
    turn: measureBodyTurn(person),
  };

  const slope = placeEnd === undefined ? hemSlope(hemFit, oldHem) : 0;
  const slanting = (held: readonly Constraint[]) =>
    slantHem(held, frame, SLANTS_FROM * frame.torsoLength, hemFit.hem, slope);
  const outlines = measureArmOutlines(person);
  const constraints: Constraint[] = [];
  const widthScales: number[] = [];
  const collars: Constraint[] = [];
  const sleeveStretch: Record<PictureSide, Stretch | null> = { left: null, right: null };
  const collarAt = { left: 0, right: 0 };
  const sleeveReach = { left: 0, right: 0 };
  for (const side of PICTURE_SIDES) {
    const own = fitTorsoSide(side, garment, person, line, outline, measures);
    constraints.push(own.armpit, ...own.shoulder, ...slanting(own.seam));
    collars.push(own.collar);
    collarAt[side] = Math.abs(acrossFrame(frame, own.collar.target.x, own.collar.target.y));
    for (const { source, target } of own.seam) {
      const across = Math.abs(acrossFrame(frame, target.x, target.y)) * width;
      widthScales.push(across / Math.max(8, Math.abs(source.x - garment.middle)));
    }
    const { sleeve } = garment[side];
    if (sleeve !== null) {
      const worn = { tip: own.tip.target, armpit: own.armpit.target };
      const fitted = fitSleeve(side, sleeve, garment, person, outlines, worn, along);
      constraints.push(...fitted.constraints);
      sleeveStretch[side] = fitted.stretch;
      sleeveReach[side] = fitted.reach;
    }
  }
  const ends = [collars[0]!, collars[1]!] as const;
  const neckline = fitNeckline(garment, person, measures, ends);
  const hung = hangFront(garment, person, outline, measures, neckline);
  constraints.push(...slanting(holdFront(garment, person, outline, measures, hung)), ...neckline);
  constraints.push(...fitBackCollar(garment, frame, measures, ends));
  constraints.push({
    source: { x: garment.middle, y: hemRow.y },
    target: pointInFrame(frame, 0, hemFit.hem + HEM_SAG * width),
    weight: HEM_WEIGHT,
    part: GARMENT_PART.torso,
  });
  const across = widthScales.length > 0 ? median(widthScales) : scale;
  const torsoStretch: Stretch = [frontScale(ownFrontScale(measures), across), 0, 0, hemScale];
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
    hemSlope: slope,
    oldHem,
    collarAt,
    sleeveReach,
  };
}
