/** Euclidean distance from (x, y) to the segment between (ax, ay) and (bx, by). */
export function distanceToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  let t = square > 0 ? ((x - ax) * dx + (y - ay) * dy) / square : 0;
  if (t < 0) t = 0;
  else if (t > 1) t = 1;
  const px = x - ax - t * dx;
  const py = y - ay - t * dy;
  return Math.sqrt(px * px + py * py);
}
