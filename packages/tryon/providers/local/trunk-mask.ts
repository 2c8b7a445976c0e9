import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { PICTURE_SIDES, sideSign } from '../../stages/warp/body-side.ts';
import { pointInFrame } from '../../stages/warp/frame-coordinates.ts';
import { mix } from '../../stages/warp/scalar.ts';
import { measureShoulderLine, shoulderTopBelow } from '../../stages/warp/shoulder-line.ts';
import {
  measureTorsoOutline,
  torsoHalfWidth,
  usualHalfWidth,
} from '../../stages/warp/torso-outline.ts';

const SHOULDER_STATIONS = [0.12, 0.2, 0.3, 0.36, 0.42, 0.45] as const;
/** The body under its clothes is about this much narrower than they are. */
const UNDER_CLOTHES = 0.95;
/** Share of the torso's length at which the trunk ends: the upper thighs. */
const TRUNK_END = 1.7;
const SIDE_STEPS = 16;
/** Between the arms, down to this share of the torso's length, the chest is at most this wide. */
const CHEST_END = 0.38;
const CHEST_HALF_WIDTH = 0.46;

/** The outline of the bare trunk: along both shoulders, down both sides to the upper thighs. */
export function drawTrunk(person: PersonAnalysis): Mask {
  const { frame } = person;
  const width = frame.shoulderWidth;
  const line = measureShoulderLine(person);
  const outline = measureTorsoOutline(person);
  const halves: Point[][] = PICTURE_SIDES.map((side) => {
    const sign = sideSign(side);
    const points = SHOULDER_STATIONS.map((station) =>
      pointInFrame(frame, sign * station, shoulderTopBelow(line, side, station, width)),
    );
    for (let step = 0; step <= SIDE_STEPS; step++) {
      const share = mix(0.12, TRUNK_END, step / SIDE_STEPS);
      const measured = torsoHalfWidth(outline, side, share);
      const widest = usualHalfWidth(share) * width * 1.15;
      const betweenArms = share < CHEST_END ? CHEST_HALF_WIDTH * width : widest;
      const half = Math.min(measured, widest, betweenArms) * UNDER_CLOTHES;
      points.push(pointInFrame(frame, (sign * half) / width, share * frame.torsoLength));
    }
    return points;
  });
  const mask = createMask(person.picture.width, person.picture.height);
  fillPolygon(mask, [...halves[0]!, ...halves[1]!.reverse()]);
  return mask;
}
