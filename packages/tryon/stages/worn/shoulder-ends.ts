import type { Point } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../person-analysis.ts';
import type { Outline } from '../garment/outline/outline.ts';
import type { SideSign } from '../garment/outline/side-profile.ts';
import type { PictureSide } from '../warp/body/body-side.ts';
import { sideSign } from '../warp/body/body-side.ts';
import { belowShoulders, pointInFrame } from '../warp/body/frame-coordinates.ts';
import { type ShoulderLine, shoulderTopBelow } from '../warp/body/shoulder-line.ts';

/** The collar is looked for between these distances from the body's middle, in shoulder widths. */
const COLLAR = { from: 0.04, to: 0.44 } as const;
/** Columns as high as this below the highest still belong to the collar, likewise. */
const LEVEL = 0.03;
/** A sleeve is sewn on this far from the middle: where the warp puts the tips of sleeved tops. */
const SLEEVED_TIP = 0.45;
/** The top of a sleeve that leaves the shoulder bare lies so far out, likewise. */
const BARE_TIP = { from: 0.56, to: 0.7 } as const;
/** Cloth this near to the shoulder's line lies on the shoulder, in shoulder widths. */
const ON_SHOULDER = 0.12;
/** No shoulder of a sleeveless top reaches farther than this. */
const SLEEVELESS_TIP = 0.58;

/** The outermost of the highest points beside the neck, seen along the wearer's own body. */
export function wornCollar(
  { topOf, middle, y: top }: Outline,
  frame: TorsoFrame,
  sign: SideSign,
): Point {
  const { shoulderWidth } = frame;
  const from = Math.round(COLLAR.from * shoulderWidth);
  const to = Math.round(COLLAR.to * shoulderWidth);
  const heightAt = (out: number) => {
    const x = Math.round(middle + sign * out);
    const row = topOf[x];
    return row === undefined ? Number.POSITIVE_INFINITY : belowShoulders(frame, x, row);
  };
  let peak = Number.POSITIVE_INFINITY;
  for (let out = from; out <= to; out++) peak = Math.min(peak, heightAt(out));
  let found = { x: Math.round(middle + sign * to), y: top };
  for (let out = from; out <= to; out++) {
    if (heightAt(out) > peak + LEVEL * shoulderWidth) continue;
    const x = Math.round(middle + sign * out);
    found = { x, y: topOf[x]! };
  }
  return found;
}

/**
 * The shoulder's end: above the joint where a sleeve goes on, else the last place where cloth lies
 * on the shoulder.
 */
export function wornTip(
  { topOf, middle }: Outline,
  frame: TorsoFrame,
  line: ShoulderLine,
  side: PictureSide,
  collar: Point,
  sleeved: boolean,
): Point {
  const { shoulderWidth } = frame;
  const sign = sideSign(side);
  const onLine = (out: number) =>
    pointInFrame(
      frame,
      sign * (out / shoulderWidth),
      shoulderTopBelow(line, side, out / shoulderWidth, shoulderWidth),
    );
  const near = ON_SHOULDER * shoulderWidth;
  const clothAt = (out: number): Point | null => {
    const x = Math.round(middle + sign * out);
    const y = topOf[x];
    return y !== undefined && Math.abs(y - onLine(out).y) < near ? { x, y } : null;
  };
  if (sleeved) {
    const out = SLEEVED_TIP * shoulderWidth;
    return clothAt(out) ?? bareTip(topOf, middle, sign, shoulderWidth) ?? onLine(out);
  }
  const start = sign * (collar.x - middle);
  let tip = collar;
  for (let out = start; out <= SLEEVELESS_TIP * shoulderWidth; out++) tip = clothAt(out) ?? tip;
  return tip;
}

/** Under a bare shoulder: the top of the sleeve on the arm. */
function bareTip(
  topOf: Int32Array,
  middle: number,
  sign: SideSign,
  shoulderWidth: number,
): Point | null {
  let tip: Point | null = null;
  const last = BARE_TIP.to * shoulderWidth;
  for (let out = Math.round(BARE_TIP.from * shoulderWidth); out <= last; out++) {
    const x = Math.round(middle + sign * out);
    const y = topOf[x];
    if (y !== undefined && (tip === null || y < tip.y)) tip = { x, y };
  }
  return tip;
}
