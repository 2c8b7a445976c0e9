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

/** A line across the body: pixels below the shoulder joints at its middle, and its fall towards the picture's right. */
export interface LineAcross {
  readonly below: number;
  /** Pixels down per pixel across. */
  readonly slope: number;
}

/** How far below a line across the body a picture point lies, along the torso, in pixels. */
export function belowLine(frame: TorsoFrame, line: LineAcross, x: number, y: number): number {
  const across = acrossFrame(frame, x, y) * frame.shoulderWidth;
  return belowShoulders(frame, x, y) - line.below - line.slope * across;
}
