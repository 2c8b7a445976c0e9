import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
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
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import { measureTrunkShape } from './trunk-shape.ts';

/** The neck's half width at its upper end, how far above the shoulder joints that lies, and the half width at its foot, in shoulder widths. */
const NECK = { half: 0.2, above: 0.5, foot: 0.17 } as const;
const SHOULDER_STATIONS = [0.2, 0.3, 0.36, 0.42, 0.45] as const;
/** Share of the torso's length at which the trunk ends: the upper thighs. */
const TRUNK_END = 1.7;
const SIDE_STEPS = 32;

/** A neck leans this far at most, in shoulder widths. */
const LEANING = 0.2;
/** What is seen of it this high above the joints tells, in shoulder widths, where it is so much: from some on, and from enough on alone. */
const ABOVE_JOINTS = 0.2;
const SEEN_NECK = [0.005, 0.04] as const;
/** Else the head does, whose ears lie so high above the joints. */
const LEAST_HEAD = 0.4;
/** By this share of it a neck leans at its foot, too. */
const LEANS_AT_FOOT = 0.6;

/** How far right of the body's middle the head lies at the height of the neck's upper end, in shoulder widths. */
function headAcross({ frame, pose }: PersonAnalysis): number {
  const one = pose.landmarks[LANDMARK['left-ear']]!;
  const other = pose.landmarks[LANDMARK['right-ear']]!;
  const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  const above = -belowShoulders(frame, x, y) / frame.shoulderWidth;
  return above < LEAST_HEAD ? 0 : (acrossFrame(frame, x, y) * NECK.above) / above;
}

/** How far right of the body's middle the neck's upper end lies, in shoulder widths: by the neck where enough of it is seen, else by the head. */
function neckAcross(person: PersonAnalysis): number {
  const { frame, parts } = person;
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
  const head = headAcross(person);
  const seen = smoothStep(SEEN_NECK[0], SEEN_NECK[1], count / unit ** 2);
  return clamp(count === 0 ? head : mix(head, sum / count, seen), -LEANING, LEANING);
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
