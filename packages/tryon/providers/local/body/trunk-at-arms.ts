import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { isBareArm } from '../skin/skin-known.ts';

/** From here down, in torso lengths below the shoulder joints, arm and trunk are two. */
const FROM = 0.2;
/** An arm that reaches further into the trunk, in shoulder widths, lies before it and does not end it. */
const DEEPEST = 0.1;
/** What is taken off the trunk changes by no more than this from row to row: its side has no step where an old sleeve ended. */
const SLOPE = 0.3;
/** And is evened over so much, in shoulder widths: a parse's edge is wavy. */
const EVENED = 0.05;

/**
 * Ends the trunk at the bare arms that are seen beside it. How wide it is inside cloth is a guess;
 * where an arm's skin is seen, the photo tells. Changes the trunk in place.
 */
export function endTrunkAtArms(trunk: Mask, { frame, parts }: PersonAnalysis): void {
  const { width, height, data } = trunk;
  const deepest = DEEPEST * frame.shoulderWidth;
  for (const step of [-1, 1]) {
    const outermostOf = (y: number) => (step < 0 ? y * width : (y + 1) * width - 1);
    const inwards = new Int32Array(height);
    const taken = new Float64Array(height);
    for (let y = 0; y < height; y++) {
      const outermost = outermostOf(y);
      let inward = 0;
      while (inward < width && data[outermost - step * inward] === 0) inward++;
      inwards[y] = inward;
      if (inward === width) continue;
      const edge = outermost - step * inward;
      if (belowShoulders(frame, edge % width, y) < FROM * frame.torsoLength) continue;
      let arm = 0;
      while (inward + arm < width && isBareArm(parts.data[edge - step * arm]!)) arm++;
      if (arm <= deepest) taken[y] = arm;
    }
    for (let y = 1; y < height; y++) taken[y] = Math.max(taken[y]!, taken[y - 1]! - SLOPE);
    for (let y = height - 2; y >= 0; y--) taken[y] = Math.max(taken[y]!, taken[y + 1]! - SLOPE);
    const even = gaussianBlur(
      { width: height, height: 1, data: Float32Array.from(taken) },
      EVENED * frame.shoulderWidth,
    ).data;
    for (let y = 0; y < height; y++) {
      const end = Math.min(width, inwards[y]! + Math.round(even[y]!));
      for (let i = inwards[y]!; i < end; i++) data[outermostOf(y) - step * i] = 0;
    }
  }
}
