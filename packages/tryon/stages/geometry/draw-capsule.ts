import type { Plane } from '@proteus/raster/types.ts';
import { clamp, mix } from '../warp/scalar.ts';
import type { Ball } from './ball.ts';

/**
 * Raises a relief to the front of a capsule between two balls: a round limb whose radius and
 * height change evenly along it.
 */
export function drawCapsule(relief: Plane, from: Ball, to: Ball): void {
  const { width, height, data } = relief;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy || 1;
  const reach = Math.max(from.radius, to.radius);
  const left = clamp(Math.floor(Math.min(from.x, to.x) - reach), 0, width);
  const right = clamp(Math.ceil(Math.max(from.x, to.x) + reach), -1, width - 1);
  const top = clamp(Math.floor(Math.min(from.y, to.y) - reach), 0, height);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y) + reach), -1, height - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = clamp(((x - from.x) * dx + (y - from.y) * dy) / squared, 0, 1);
      const radius = mix(from.radius, to.radius, share);
      const awayX = x - from.x - dx * share;
      const awayY = y - from.y - dy * share;
      const rest = radius * radius - awayX * awayX - awayY * awayY;
      if (rest <= 0) continue;
      const front = mix(from.height, to.height, share) + Math.sqrt(rest);
      const pixel = y * width + x;
      if (front > data[pixel]!) data[pixel] = front;
    }
  }
}
