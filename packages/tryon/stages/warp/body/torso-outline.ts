import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, median, mix } from '../scalar.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, armDistance, sideSign } from './body-side.ts';
import { pointInFrame } from './frame-coordinates.ts';

const FIRST = 0.15;
const LAST = 1.15;
const STATIONS = 30;
/** Half width, in shoulder widths, within which skin is a neckline, not an arm beside the torso. */
const NECKLINE = 0.22;
/** From this share of the torso's length down, skin between the arms is the midriff's. */
const MIDRIFF = 0.4;
/** Where an arm's silhouette may be mistaken for the torso's, in shoulder widths from its bone. */
const ARM_REACH = 0.15;

/** A way out that comes this near to the arm's bone, as a share of the reach, has crossed the arm. */
const CROSSED = 0.5;
/** Beyond an arm that was crossed, an edge this many reaches away is the arm's own still. */
const BEYOND_ARM = 1.6;
/** Heights whose half widths are compared and averaged with one's own, to either side. */
const NEIGHBOURS = 3;

/** Half widths of the torso by height, in pixels. */
export interface TorsoOutline {
  readonly halfWidths: { readonly [Side in PictureSide]: Float64Array };
}

/** Usual half width of a slim torso at `share` of its length, in shoulder widths. */
export function usualHalfWidth(share: number): number {
  const chestToWaist = mix(0.53, 0.45, clamp((share - 0.2) / 0.45, 0, 1));
  return mix(chestToWaist, 0.5, clamp((share - 0.65) / 0.4, 0, 1));
}

function measureHalfWidth(person: PersonAnalysis, side: PictureSide, share: number): number {
  const { frame, parts, pose } = person;
  const width = frame.shoulderWidth;
  const sign = sideSign(side);
  const arm = armAt(pose, side);
  const usual = usualHalfWidth(share) * width;
  const reach = ARM_REACH * width;
  let run = 0;
  let x = 0;
  let y = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (; run < width * 0.85; run++) {
    const point = pointInFrame(frame, (sign * run) / width, share * frame.torsoLength);
    x = Math.round(point.x);
    y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) break;
    const part = parts.data[y * parts.width + x]!;
    if (part === PART.background) break;
    nearest = Math.min(nearest, armDistance(arm, x, y));
    const skin = part !== PART['upper-clothes'] && part !== PART['lower-clothes'];
    if (!skin || part === PART.hair || run <= width * NECKLINE) continue;
    // A bare midriff belongs to the torso up to where the arm begins.
    if (share < MIDRIFF || armDistance(arm, x, y) < reach) break;
  }
  // A boundary away from the arm is the torso's own, however wide; one at the arm may be a sleeve's.
  const end = armDistance(arm, x, y);
  const crossed = nearest < CROSSED * reach && end < BEYOND_ARM * reach;
  const widest = end > reach && !crossed ? usual * 1.5 : usual * 1.12;
  return clamp(run, usual * 0.8, widest);
}

/** A side without the steps that arms, hands and the parse's own mistakes leave in it. */
function smoothSide(raw: Float64Array): Float64Array {
  const around = (values: ArrayLike<number>, i: number) => {
    const found: number[] = [];
    for (let step = -NEIGHBOURS; step <= NEIGHBOURS; step++) {
      found.push(values[clamp(i + step, 0, values.length - 1)]!);
    }
    return found;
  };
  const steady = raw.map((_, i) => median(around(raw, i)));
  return steady.map(
    (_, i) => around(steady, i).reduce((sum, value) => sum + value, 0) / (2 * NEIGHBOURS + 1),
  );
}

/** Measures the torso's half widths from the parse, bounded by anatomy where an arm interferes. */
export function measureTorsoOutline(person: PersonAnalysis): TorsoOutline {
  const halfWidths = {
    left: new Float64Array(STATIONS + 1),
    right: new Float64Array(STATIONS + 1),
  };
  for (let i = 0; i <= STATIONS; i++) {
    const share = mix(FIRST, LAST, i / STATIONS);
    halfWidths.left[i] = measureHalfWidth(person, 'left', share);
    halfWidths.right[i] = measureHalfWidth(person, 'right', share);
  }
  return {
    halfWidths: { left: smoothSide(halfWidths.left), right: smoothSide(halfWidths.right) },
  };
}

/** The torso's half width in pixels at `share` of its length. */
export function torsoHalfWidth(outline: TorsoOutline, side: PictureSide, share: number): number {
  const widths = outline.halfWidths[side];
  const position = clamp(((share - FIRST) / (LAST - FIRST)) * STATIONS, 0, STATIONS);
  const index = Math.min(STATIONS - 1, Math.floor(position));
  return mix(widths[index]!, widths[index + 1]!, position - index);
}
