import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { PICTURE_SIDES, sideSign } from '../../../stages/warp/body/body-side.ts';
import {
  acrossFrame,
  belowShoulders,
  pointInFrame,
} from '../../../stages/warp/body/frame-coordinates.ts';
import {
  measureShoulderLine,
  shoulderTopBelow,
  undressedLine,
} from '../../../stages/warp/body/shoulder-line.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';
import { measureTrunkShape } from './trunk-shape.ts';

/** The neck's half width at its upper end, how far above the shoulder joints that lies, and the half width at its foot, in shoulder widths. */
const NECK = { half: 0.2, above: 0.5, foot: 0.17 } as const;
const SHOULDER_STATIONS = [0.2, 0.3, 0.36, 0.42, 0.45] as const;
/** Share of the torso's length at which the trunk ends: the upper thighs. */
const TRUNK_END = 1.7;
const SIDE_STEPS = 32;

/** A neck leans this far at most, in shoulder widths, as so much area of it tells that is seen this high above the joints. */
const LEANING = 0.2;
const ENOUGH = 0.004;
const ABOVE_JOINTS = 0.2;
/** By this share of it a neck leans at its foot, too. */
const LEANS_AT_FOOT = 0.6;

/** How far right of the body's middle the neck's upper end lies, in shoulder widths; 0 where too little of it is seen. */
function neckAcross({ frame, parts }: PersonAnalysis): number {
  const unit = frame.shoulderWidth;
  let count = 0;
  let sum = 0;
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    if (parts.data[pixel] !== PART.neck) continue;
    const x = pixel % parts.width;
    const y = (pixel - x) / parts.width;
    if (belowShoulders(frame, x, y) > -ABOVE_JOINTS * unit) continue;
    sum += acrossFrame(frame, x, y);
    count++;
  }
  return count < ENOUGH * unit * unit ? 0 : clamp(sum / count, -LEANING, LEANING);
}

/** The outline of the bare trunk: up the neck, along both shoulders, down both sides to the upper thighs. */
export function drawTrunk(person: PersonAnalysis): Mask {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const line = undressedLine(measureShoulderLine(person));
  const shape = measureTrunkShape(person);
  const neck = neckAcross(person);
  const halves: Point[][] = PICTURE_SIDES.map((side) => {
    const sign = sideSign(side);
    const points = [
      pointInFrame(frame, neck + sign * NECK.half, -NECK.above * width),
      pointInFrame(
        frame,
        LEANS_AT_FOOT * neck + sign * NECK.foot,
        shoulderTopBelow(line, side, NECK.foot, width),
      ),
      ...SHOULDER_STATIONS.map((station) =>
        pointInFrame(frame, sign * station, shoulderTopBelow(line, side, station, width)),
      ),
    ];
    for (let step = 0; step <= SIDE_STEPS; step++) {
      const share = mix(0.12, TRUNK_END, step / SIDE_STEPS);
      const half = shape.halfWidth(side, share);
      points.push(pointInFrame(frame, (sign * half) / width, share * frame.torsoLength));
    }
    return points;
  });
  const mask = createMask(person.picture.width, person.picture.height);
  fillPolygon(mask, [...halves[0]!, ...halves[1]!.reverse()]);
  return mask;
}
