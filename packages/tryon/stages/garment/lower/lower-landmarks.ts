import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import { type SideSign, scanSide } from '../outline/side-profile.ts';
import { findCrotch } from './crotch.ts';
import { findLegGap, type LegGap } from './leg-gap.ts';
import { findLegHem, findSkirtHem } from './leg-hem.ts';
import { findWaistEnd } from './waist-ends.ts';

/** One half of a lower garment before its edges are sampled. */
export interface LowerSideLandmarks {
  readonly sign: SideSign;
  readonly waist: Point;
  readonly hem: Point;
  readonly innerHem: Point;
  /** x of the outer edge by row; NaN where there is no cloth. */
  readonly outer: Float32Array;
  /** x of the leg's inner edge by row; NaN outside crotch to hem, empty for a skirt. */
  readonly inner: Float32Array;
}

export interface LowerLandmarks {
  readonly left: LowerSideLandmarks;
  readonly right: LowerSideLandmarks;
  /** Null for a skirt. */
  readonly crotch: Point | null;
  /** Whether the crotch is seen rather than hidden where legs touch. */
  readonly crotchSeen: boolean;
  /** 0 to 1: how well the two sides agree. */
  readonly agreement: number;
}

/** Finds the landmarks of trousers, shorts and skirts. */
export function findLowerLandmarks(outline: Outline): LowerLandmarks {
  const waists = [findWaistEnd(outline, -1), findWaistEnd(outline, 1)] as const;
  const gap = findLegGap(outline);
  const crotch = gap === null ? null : findCrotch(outline, gap, waists);
  const side = (sign: SideSign): LowerSideLandmarks => {
    const waist = sign < 0 ? waists[0] : waists[1];
    const outer = outerEdge(outline, sign);
    if (gap === null || crotch === null) {
      const { hem, innerHem } = findSkirtHem(outline, sign);
      return { sign, waist, hem, innerHem, outer, inner: new Float32Array(0) };
    }
    const inner = innerEdge(gap, crotch.point, sign);
    const { hem, innerHem } = findLegHem(outline, sign, crotch.point, inner);
    return { sign, waist, hem, innerHem, outer, inner };
  };
  const left = side(-1);
  const right = side(1);
  return {
    left,
    right,
    agreement: agreementOf(outline, left, right),
    crotch: crotch?.point ?? null,
    crotchSeen: crotch?.seen ?? false,
  };
}

function outerEdge(outline: Outline, sign: SideSign): Float32Array {
  const { outer } = scanSide(outline, sign);
  return outer.map((out) => outline.middle + sign * out);
}

/** The inner edge of a leg: seen beside the gap, straight between its pieces and up to the crotch. */
function innerEdge(gap: LegGap, crotch: Point, sign: SideSign): Float32Array {
  const seen = sign < 0 ? gap.leftEnd : gap.rightStart;
  const edge = new Float32Array(seen.length).fill(Number.NaN);
  let before = Math.round(crotch.y);
  edge[before] = crotch.x;
  for (let y = before + 1; y <= gap.bottom; y++) {
    if (Number.isNaN(seen[y]!)) continue;
    for (let between = before + 1; between < y; between++) {
      const weight = (between - before) / (y - before);
      edge[between] = edge[before]! + weight * (seen[y]! - edge[before]!);
    }
    edge[y] = seen[y]!;
    before = y;
  }
  return edge;
}

function agreementOf(
  { middle, width, height }: Outline,
  left: LowerSideLandmarks,
  right: LowerSideLandmarks,
): number {
  let difference = 0;
  for (const name of ['waist', 'hem'] as const) {
    const across = middle - left[name].x - (right[name].x - middle);
    const down = left[name].y - right[name].y;
    difference += Math.hypot(across / width, down / height);
  }
  return Math.exp(-difference / 0.2);
}
