import { POSE_LANDMARKS, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import { BACKGROUND, HAIR, LOWER, SHOES, SKIN, UPPER } from '../regions/region-priors.ts';

type Colour = readonly [number, number, number];

/** What a flat figure wears; every colour is sRGB. */
export interface FlatFigureOptions {
  readonly backdrop?: Colour;
  readonly skin?: Colour;
  readonly upper?: Colour;
  readonly lower?: Colour;
  /** End of both sleeves: 0 = none, 1 = elbow, 2 = wrist. */
  readonly sleeve?: number;
  /** Row of the hem; the hips are at row 132. */
  readonly hem?: number;
  /** Row where the legs' cloth ends. */
  readonly trouserEnd?: number;
}

/** A person of plain shapes and what is true of it. */
export interface FlatFigure {
  readonly picture: RgbImage;
  /** Region of each pixel, as an index into `REGIONS`. */
  readonly regions: Mask;
  readonly pose: Pose;
}

const WIDTH = 192;
const HEIGHT = 256;

/** The left of the body is at the right of the picture. */
const POINTS: Partial<Record<PoseLandmarkName, readonly [number, number]>> = {
  nose: [96, 31],
  'left-ear': [105, 30],
  'right-ear': [87, 30],
  'mouth-left': [99, 37],
  'mouth-right': [93, 37],
  'left-shoulder': [119, 62],
  'right-shoulder': [73, 62],
  'left-elbow': [133, 98],
  'right-elbow': [59, 98],
  'left-wrist': [141, 130],
  'right-wrist': [51, 130],
  'left-pinky': [143, 137],
  'right-pinky': [49, 137],
  'left-index': [142, 138],
  'right-index': [50, 138],
  'left-thumb': [139, 135],
  'right-thumb': [53, 135],
  'left-hip': [110, 132],
  'right-hip': [82, 132],
  'left-knee': [112, 182],
  'right-knee': [80, 182],
  'left-ankle': [112, 232],
  'right-ankle': [80, 232],
  'left-heel': [112, 238],
  'right-heel': [80, 238],
  'left-foot-index': [114, 243],
  'right-foot-index': [78, 243],
};
const EYES = [100, 27] as const;

function landmarks(): Pose['landmarks'] {
  return POSE_LANDMARKS.map((name) => {
    const eye: readonly [number, number] = name.startsWith('left') ? EYES : [92, 27];
    const [x, y] = POINTS[name] ?? eye;
    return { x, y, z: 0, visibility: 0.98, presence: 1 };
  });
}

/** Region at a pixel, front parts first. */
function regionAt(x: number, y: number, sleeve: number, hem: number, trouserEnd: number): number {
  const side = Math.abs(x - 96);
  const mirrored = 96 + side;
  if (((x - 96) / 11) ** 2 + ((y - 31) / 14) ** 2 < 1 && y > 21) return SKIN;
  if (((x - 96) / 13) ** 2 + ((y - 28) / 16) ** 2 < 1 && y < 34) return HAIR;
  const upperArm = distanceToSegment(mirrored, y, 119, 64, 133, 98);
  const forearm = distanceToSegment(mirrored, y, 133, 98, 141, 130);
  if (distanceToSegment(mirrored, y, 141, 130, 144, 146) < 5) return SKIN;
  if (Math.min(upperArm, forearm) < 7) {
    const along = upperArm < forearm ? (y - 64) / 34 : 1 + (y - 98) / 32;
    if (side > 20 && along > 0) return along < sleeve ? UPPER : SKIN;
  }
  if (side < 7 && y > 40 && y < 60) return SKIN;
  const torso = y > 56 && y < 140 && side < Math.min(26, 10 + (y - 50) * 1.4);
  if (torso) return y < hem ? UPPER : LOWER;
  if (y >= 132 && y < 242 && distanceToSegment(mirrored, y, 109, 132, 112, 236) < 14 && side > 1) {
    if (y > 233) return SHOES;
    return y < hem ? UPPER : y < trouserEnd ? LOWER : SKIN;
  }
  return BACKGROUND;
}

/** Draws a figure of capsules in flat colours with a little grain, and a blurred person mask. */
export function flatFigure(options: FlatFigureOptions = {}): FlatFigure {
  const skin = options.skin ?? [214, 168, 142];
  const colours: Colour[] = [
    options.backdrop ?? [214, 214, 216],
    skin,
    [64, 42, 30],
    options.upper ?? [40, 90, 160],
    options.lower ?? [60, 62, 66],
    [150, 30, 34],
  ];
  const regions = createMask(WIDTH, HEIGHT);
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  const body = createPlane(WIDTH, HEIGHT);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      const region = regionAt(
        x,
        y,
        options.sleeve ?? 0.6,
        options.hem ?? 134,
        options.trouserEnd ?? 300,
      );
      regions.data[i] = region;
      body.data[i] = region === BACKGROUND ? 0 : 1;
      const grain = ((x * 7 + y * 13 + ((x * y) % 11)) % 7) - 3;
      for (let k = 0; k < 3; k++) data[i * 3 + k] = colours[region]![k]! + grain;
    }
  }
  return {
    picture: { width: WIDTH, height: HEIGHT, data },
    regions,
    pose: { landmarks: landmarks(), score: 1, personMask: gaussianBlur(body, 2) },
  };
}
