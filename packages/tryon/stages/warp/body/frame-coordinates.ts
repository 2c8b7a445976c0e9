import type { Point } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';

/**
 * The picture point at `across` shoulder widths to the right of the body's middle and `below`
 * pixels down the torso from the shoulder joints.
 */
export function pointInFrame(frame: TorsoFrame, across: number, below: number): Point {
  const offset = across * frame.shoulderWidth;
  return {
    x: frame.shoulderMiddle.x + frame.right.x * offset + frame.down.x * below,
    y: frame.shoulderMiddle.y + frame.right.y * offset + frame.down.y * below,
  };
}

/** How far right of the body's middle a picture point lies, in shoulder widths. */
export function acrossFrame(frame: TorsoFrame, x: number, y: number): number {
  const dx = x - frame.shoulderMiddle.x;
  const dy = y - frame.shoulderMiddle.y;
  return (dx * frame.right.x + dy * frame.right.y) / frame.shoulderWidth;
}

/** How far below the shoulder joints a picture point lies, along the torso, in pixels. */
export function belowShoulders(frame: TorsoFrame, x: number, y: number): number {
  const dx = x - frame.shoulderMiddle.x;
  const dy = y - frame.shoulderMiddle.y;
  return dx * frame.down.x + dy * frame.down.y;
}
