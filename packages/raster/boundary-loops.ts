import type { Mask, Point } from './types.ts';

/** Steps along a boundary: east, south, west, north. */
const STEPS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;
/** The pixels ahead of a corner, seen from it, to the left and to the right of each step. */
const LEFT = [
  { x: 0, y: -1 },
  { x: 0, y: 0 },
  { x: -1, y: 0 },
  { x: -1, y: -1 },
] as const;
const RIGHT = [LEFT[1], LEFT[2], LEFT[3], LEFT[0]] as const;

/**
 * The boundaries of a mask, of its holes too, along the edges between pixels: closed loops with one
 * point in the middle of each edge. They have the mask on their right hand (clockwise around it, the
 * other way in holes). Where pixels touch at a corner only, they are apart.
 *
 * @returns points in pixels; pixel (x, y) covers x ± 0.5, y ± 0.5. The last joins the first.
 */
export function boundaryLoops({ width, height, data }: Mask): readonly (readonly Point[])[] {
  const isSet = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] !== 0;
  // Every boundary goes east somewhere, along the upper side of a pixel.
  const walked = new Uint8Array(width * height);
  const loops: Point[][] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i] && !(y > 0 && data[i - width]) && !walked[i]) loops.push(walk(x, y));
    }
  }
  return loops;

  function walk(startX: number, startY: number): Point[] {
    const points: Point[] = [];
    let [x, y, way] = [startX, startY, 0];
    do {
      if (way === 0) walked[y * width + x] = 1;
      const step = STEPS[way]!;
      points.push({ x: x - 0.5 + step.x / 2, y: y - 0.5 + step.y / 2 });
      x += step.x;
      y += step.y;
      if (!isSet(x + RIGHT[way]!.x, y + RIGHT[way]!.y)) way = (way + 1) % 4;
      else if (isSet(x + LEFT[way]!.x, y + LEFT[way]!.y)) way = (way + 3) % 4;
    } while (way !== 0 || x !== startX || y !== startY);
    return points;
  }
}
