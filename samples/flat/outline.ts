import type { Point } from '@proteus/raster/types.ts';

/** Points every curve is drawn with. */
const STEPS = 24;

/** A point in metres. */
export function at(x: number, y: number): Point {
  return { x, y };
}

/** Samples a quadratic Bézier curve, without its first point. */
export function curve(from: Point, control: Point, to: Point): readonly Point[] {
  return Array.from({ length: STEPS }, (_, i) => {
    const t = (i + 1) / STEPS;
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    const c = t * t;
    return at(a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y);
  });
}

/** A smooth open line through points (centripetal Catmull-Rom, Barry & Goldman 1988). */
export function smoothLine(points: readonly Point[]): readonly Point[] {
  const last = points.length - 1;
  const line: Point[] = [points[0]!];
  for (let i = 0; i < last; i++) {
    const p0 = points[Math.max(0, i - 1)]!;
    const p1 = points[i]!;
    const p2 = points[i + 1]!;
    const p3 = points[Math.min(last, i + 2)]!;
    for (let k = 1; k <= 10; k++) {
      const t = k / 10;
      const t2 = t * t;
      const t3 = t2 * t;
      const along = (a: number, b: number, c: number, d: number) =>
        0.5 *
        (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3);
      line.push(at(along(p0.x, p1.x, p2.x, p3.x), along(p0.y, p1.y, p2.y, p3.y)));
    }
  }
  return line;
}

/** Mirrors points about x = 0 and reverses their order, to close an outline drawn on one side. */
export function mirrored(points: readonly Point[]): readonly Point[] {
  return points.map(({ x, y }) => at(-x, y)).reverse();
}

/** Half an ellipse hanging from (-a, y) over (0, y + b) to (a, y), from the right to the left. */
export function hanging(a: number, y: number, b: number, sharpness = 2): readonly Point[] {
  return Array.from({ length: 49 }, (_, i) => {
    const angle = (Math.PI * i) / 48;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    return at(a * Math.sign(c) * Math.abs(c) ** (2 / sharpness), y + b * s ** (2 / sharpness));
  });
}

/** A circle. */
export function circle(x: number, y: number, radius: number): readonly Point[] {
  return Array.from({ length: 28 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 28;
    return at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
}
