import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';

/** Size of the drawing, and the body's measures in it, in pixels. */
export const WEARER = {
  width: 200,
  height: 260,
  middle: 100,
  shoulders: 60,
  shoulderWidth: 60,
  hips: 140,
  hem: 130,
  /** Half width of the torso. */
  half: 31,
  armRadius: 8,
} as const;

type Colour = readonly [number, number, number];
export const CLOTH: Colour = [190, 30, 40];
const SKIN: Colour = [220, 170, 140];
const HAIR: Colour = [60, 40, 20];
const PAGE: Colour = [240, 240, 240];
const TROUSERS: Colour = [40, 50, 120];

/** How somebody is drawn. */
export interface WearerOptions {
  /** How far sleeves reach down the arms: 0 none, 1 to the wrists. */
  readonly sleeve?: number;
  /** Part that lies at a place instead of the body's own; undefined where none does. */
  readonly partAt?: (x: number, y: number) => number | undefined;
  /** Colour at a place instead of its part's; undefined where it is that. */
  readonly colourAt?: (x: number, y: number) => Colour | undefined;
  readonly cloth?: Colour;
  readonly lower?: Colour;
  /** The lower clothes are a skirt to the knees. */
  readonly skirt?: boolean;
}

const ARMS = ([-1, 1] as const).map((sign) => ({
  sign,
  shoulder: { x: 100 + sign * 30, y: 60 },
  elbow: { x: 100 + sign * 38, y: 104 },
  wrist: { x: 100 + sign * 41, y: 146 },
}));

/** Somebody who faces us with hanging arms, in a top and trousers, every pixel's part known. */
export function drawWearer(options: WearerOptions = {}): PersonAnalysis {
  const { width, height } = WEARER;
  const picture = { width, height, data: new Uint8Array(3 * width * height) };
  const parts = createMask(width, height);
  const upper = createPlane(width, height);
  const lower = createPlane(width, height);
  const personMask = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const part = options.partAt?.(x, y) ?? bodyPartAt(x, y, options);
      parts.data[i] = part;
      if (part === PART['upper-clothes']) upper.data[i] = 1;
      if (part === PART['lower-clothes']) lower.data[i] = 1;
      if (part !== PART.background) personMask.data[i] = 1;
      picture.data.set(options.colourAt?.(x, y) ?? colourOf(part, options), 3 * i);
    }
  }
  return {
    picture,
    parts,
    regions: { upper, lower },
    frame: {
      shoulderMiddle: { x: WEARER.middle, y: WEARER.shoulders },
      hipMiddle: { x: WEARER.middle, y: WEARER.hips },
      shoulderWidth: WEARER.shoulderWidth,
      torsoLength: WEARER.hips - WEARER.shoulders,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
    skinTone: [75, 14, 22],
    pose: { landmarks: landmarks(), score: 1, personMask },
  } as unknown as PersonAnalysis;
}

function bodyPartAt(x: number, y: number, { sleeve = 0.5, skirt }: WearerOptions): number {
  const across = Math.abs(x - WEARER.middle);
  for (const { sign, shoulder, elbow, wrist } of ARMS) {
    const upper = distanceToSegment(x, y, shoulder.x, shoulder.y, elbow.x, elbow.y);
    const fore = distanceToSegment(x, y, elbow.x, elbow.y, wrist.x, wrist.y);
    if (Math.min(upper, fore) > WEARER.armRadius) continue;
    if (across < WEARER.half && y < WEARER.hem) continue;
    if ((y - shoulder.y) / (wrist.y - shoulder.y) < sleeve) return PART['upper-clothes'];
    const side = sign < 0 ? 'right' : 'left';
    return upper < fore ? PART[`${side}-upper-arm`] : PART[`${side}-forearm`];
  }
  if (y < 38) return across < 13 && y > 8 ? PART.face : PART.background;
  const shoulderTop = 44 + across * 0.35;
  if (across < 9 && y < 56) return PART.neck;
  if (across < WEARER.half && y >= shoulderTop && y < WEARER.hem) return PART['upper-clothes'];
  if (y < WEARER.hem || y > 250) return PART.background;
  if (skirt) {
    if (y < 195) return across < 34 ? PART['lower-clothes'] : PART.background;
    return across > 6 && across < 20 ? PART[x < 100 ? 'right-leg' : 'left-leg'] : PART.background;
  }
  return across < 28 && (y < 150 || across > 3) ? PART['lower-clothes'] : PART.background;
}

function colourOf(part: number, { cloth = CLOTH, lower = TROUSERS }: WearerOptions): Colour {
  if (part === PART.background) return PAGE;
  if (part === PART.hair) return HAIR;
  if (part === PART['upper-clothes']) return cloth;
  return part === PART['lower-clothes'] ? lower : SKIN;
}

function landmarks() {
  const places = Array.from({ length: 33 }, (): Point => ({ x: WEARER.middle, y: 25 }));
  for (const { sign, shoulder, elbow, wrist } of ARMS) {
    const side = sign < 0 ? 'right' : 'left';
    places[LANDMARK[`${side}-shoulder`]] = shoulder;
    places[LANDMARK[`${side}-elbow`]] = elbow;
    places[LANDMARK[`${side}-wrist`]] = wrist;
    places[LANDMARK[`${side}-hip`]] = { x: WEARER.middle + sign * 15, y: WEARER.hips };
    places[LANDMARK[`${side}-knee`]] = { x: WEARER.middle + sign * 14, y: 195 };
    places[LANDMARK[`${side}-ankle`]] = { x: WEARER.middle + sign * 14, y: 245 };
  }
  return places.map((place) => ({ ...place, z: 0, visibility: 1, presence: 1 }));
}
