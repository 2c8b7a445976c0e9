import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { PictureSide } from '../warp/body/body-side.ts';
import { acrossFrame, belowShoulders } from '../warp/body/frame-coordinates.ts';
import {
  measureTorsoOutline,
  type TorsoOutline,
  torsoHalfWidth,
  usualHalfWidth,
} from '../warp/body/torso-outline.ts';
import { clamp, mix, smoothStep } from '../warp/scalar.ts';
import type { BodyScale } from './body-scale.ts';

/** Half the torso's depth over half its width. */
const DEPTH = 0.62;
/** The torso's ends, in torso lengths below the shoulder joints; rounded over `ROUNDING` of them. */
const TOP = -0.1;
const BOTTOM = 1.2;
const ROUNDING = 0.25;
/** Half widths are averaged with those this share of the torso's length above and below. */
const EVENING = 0.06;
/** Usual half widths that a trunk has at most: what is wider has arms or cloth in it. */
const WIDEST = 1.15;

/** The half width without the parse's small steps, and without arms that it took in. */
function evenHalfWidth(
  outline: TorsoOutline,
  side: PictureSide,
  share: number,
  shoulderWidth: number,
): number {
  const mean =
    (torsoHalfWidth(outline, side, share - EVENING) +
      torsoHalfWidth(outline, side, share) +
      torsoHalfWidth(outline, side, share + EVENING)) /
    3;
  return Math.min(mean, WIDEST * usualHalfWidth(share) * shoulderWidth);
}

/**
 * Raises a relief to the front of the torso: an ellipse in every section, as wide as the person's
 * outline there.
 *
 * @param tilt how much nearer the viewer the torso gets per pixel to its right.
 */
export function drawTorso(
  relief: Plane,
  person: PersonAnalysis,
  body: BodyScale,
  tilt: number,
): void {
  const { width, height, data } = relief;
  const { frame } = body;
  const outline = measureTorsoOutline(person);
  const length = frame.torsoLength;
  const wide = person.frame.shoulderWidth;
  const reach = 0.8 * body.unit;
  const ends = [TOP, BOTTOM].map((end) => ({
    x: frame.shoulderMiddle.x + frame.down.x * end * length,
    y: frame.shoulderMiddle.y + frame.down.y * end * length,
  }));
  const left = Math.max(0, Math.floor(Math.min(...ends.map(({ x }) => x)) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(...ends.map(({ x }) => x)) + reach));
  const top = Math.max(0, Math.floor(Math.min(...ends.map(({ y }) => y)) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(...ends.map(({ y }) => y)) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = belowShoulders(frame, x, y) / length;
      if (share <= TOP || share >= BOTTOM) continue;
      const across = acrossFrame(frame, x, y) * frame.shoulderWidth;
      const leftHalf = evenHalfWidth(outline, 'left', share, wide) / body.scale;
      const rightHalf = evenHalfWidth(outline, 'right', share, wide) / body.scale;
      const half = across < 0 ? leftHalf : rightHalf;
      const relative = across / half;
      const rest = 1 - relative * relative;
      if (rest <= 0) continue;
      // Shoulders slope forwards into the chest; the seat rounds off under the hips.
      const ends = Math.min(
        smoothStep(TOP, TOP + ROUNDING, share),
        smoothStep(BOTTOM, BOTTOM - ROUNDING, share),
      );
      const depth = (DEPTH / 2) * (leftHalf + rightHalf) * Math.sqrt(rest) * mix(0.45, 1, ends);
      const front = body.middle + clamp(across, -half, half) * tilt + depth;
      const pixel = y * width + x;
      if (front > data[pixel]!) data[pixel] = front;
    }
  }
}
