import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { PICTURE_SIDES, sideSign } from '../../../stages/warp/body/body-side.ts';
import { pointInFrame } from '../../../stages/warp/body/frame-coordinates.ts';
import {
  measureShoulderLine,
  shoulderTopBelow,
  undressedLine,
} from '../../../stages/warp/body/shoulder-line.ts';
import { mix } from '../../../stages/warp/scalar.ts';
import { measureTrunkShape } from './trunk-shape.ts';

/** The neck's half width and its upper end above the shoulder joints, in shoulder widths. */
const NECK = { half: 0.2, above: 0.5 } as const;
const SHOULDER_STATIONS = [0.12, 0.2, 0.3, 0.36, 0.42, 0.45] as const;
/** Share of the torso's length at which the trunk ends: the upper thighs. */
const TRUNK_END = 1.7;
const SIDE_STEPS = 32;

/** The outline of the bare trunk: up the neck, along both shoulders, down both sides to the upper thighs. */
export function drawTrunk(person: PersonAnalysis): Mask {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const line = undressedLine(measureShoulderLine(person));
  const shape = measureTrunkShape(person);
  const halves: Point[][] = PICTURE_SIDES.map((side) => {
    const sign = sideSign(side);
    const points = [
      pointInFrame(frame, sign * NECK.half, -NECK.above * width),
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
