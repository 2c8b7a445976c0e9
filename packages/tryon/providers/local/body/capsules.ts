import type { Size } from '@proteus/raster/types.ts';
import { clamp } from '../../../stages/warp/scalar.ts';

/** Where bare limbs would be: chains of capsules along them, as thick as the limbs are. */
export interface Capsules extends Size {
  /** Distance to the nearest limb's middle line in radii: below 1 = inside the limb. */
  readonly distance: Float32Array;
  /** From the middle line to the pixel, in radii: which way the limb's surface faces there. */
  readonly facingX: Float32Array;
  readonly facingY: Float32Array;
  /** Place along that limb, 0 = its upper end, 1 = its lower one. */
  readonly along: Float32Array;
  /** 0 = the limb at the picture's left, 1 = at its right. */
  readonly side: Uint8Array;
  /** Signed distance from the middle line in radii, positive towards the body's middle. */
  readonly inward: Float32Array;
}

/** One cross-section of a limb in picture pixels. */
export interface CapsuleEnd {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly along: number;
}

const FAR = 9;
/** Distances are told up to this many radii. */
const REACH = 1.6;

/** At the joint of two capsules both are as near; by rounding alone none takes pixels from the other. */
const TIE = 1e-4;

/** A picture without any limb. */
export function createCapsules({ width, height }: Size): Capsules {
  const pixels = width * height;
  return {
    width,
    height,
    distance: new Float32Array(pixels).fill(FAR),
    facingX: new Float32Array(pixels),
    facingY: new Float32Array(pixels),
    along: new Float32Array(pixels),
    side: new Uint8Array(pixels),
    inward: new Float32Array(pixels),
  };
}

/** Draws a limb between two of its cross-sections. */
export function drawCapsule(
  capsules: Capsules,
  from: CapsuleEnd,
  to: CapsuleEnd,
  side: number,
): void {
  const { width, height, distance, along, facingX, facingY, inward } = capsules;
  const { x: startX, y: startY, radius: startRadius, along: startAlong } = from;
  const dx = to.x - startX;
  const dy = to.y - startY;
  const growth = to.radius - startRadius;
  const length = to.along - startAlong;
  const squared = dx * dx + dy * dy || 1;
  const reach = Math.max(from.radius, to.radius) * REACH;
  const left = clamp(Math.floor(Math.min(from.x, to.x) - reach), 0, width);
  const right = clamp(Math.ceil(Math.max(from.x, to.x) + reach), -1, width - 1);
  const top = clamp(Math.floor(Math.min(from.y, to.y) - reach), 0, height);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y) + reach), -1, height - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const place = ((x - startX) * dx + (y - startY) * dy) / squared;
      const share = place < 0 ? 0 : place > 1 ? 1 : place;
      const radius = startRadius + growth * share;
      const awayX = (x - startX - dx * share) / radius;
      const awayY = (y - startY - dy * share) / radius;
      const relative = Math.sqrt(awayX * awayX + awayY * awayY);
      const pixel = y * width + x;
      if (relative > REACH || relative >= distance[pixel]! - TIE) continue;
      distance[pixel] = relative;
      facingX[pixel] = awayX;
      facingY[pixel] = awayY;
      along[pixel] = startAlong + length * share;
      capsules.side[pixel] = side;
      const leftOfBone = dx * awayY - dy * awayX > 0;
      inward[pixel] = leftOfBone === (side === 1) ? relative : -relative;
    }
  }
}
