import type { TorsoFrame } from '../../../person-analysis.ts';
import type { OldEnds } from '../../../stages/warp/fit/fit.ts';

/** Where the lower clothes' upper edge lies on the undressed body. */
export interface WaistEdge {
  /** Pixels below the shoulder joints, at the body's middle. */
  readonly below: number;
  /** Whether the old top hung over it, so that it has to be drawn. */
  readonly hidden: boolean;
}

/** Lower clothes that begin further down, in torso lengths, come out from under a hanging top. */
const SEEN_UNTIL = 0.88;
/** Where most waistbands lie, in torso lengths: over the hip bones, below the navel. */
const USUAL = 0.84;
/** Seen from the front, a waistband hangs lowest at the belly: its rise at the sides in shoulder widths. */
const RISE = 0.035;
/** Half the width over which it rises, in shoulder widths. */
const RISE_WIDTH = 0.45;

/** Finds the waistband: where it is seen, or where it must be under a top that hangs over it. */
export function findWaistEdge(old: OldEnds, frame: TorsoFrame): WaistEdge {
  const { torsoLength } = frame;
  if (old.waistband !== null && old.waistband <= SEEN_UNTIL * torsoLength) {
    return { below: old.waistband, hidden: false };
  }
  return { below: USUAL * torsoLength, hidden: true };
}

/**
 * How far below the shoulder joints the edge runs, in pixels.
 *
 * @param across shoulder widths from the body's middle.
 */
export function waistEdgeAt(edge: WaistEdge, across: number, shoulderWidth: number): number {
  if (!edge.hidden) return edge.below;
  const side = Math.min(1, Math.abs(across) / RISE_WIDTH);
  return edge.below - RISE * shoulderWidth * side * side;
}
