import type { Point } from '@proteus/raster/types.ts';
import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { mix } from '../scalar.ts';

/** x where a chain of points, sorted downwards, passes a row; its ends' x beyond them. */
function crossRow(points: readonly Point[], y: number): number {
  let before = points[0]!;
  for (const point of points) {
    if (point.y >= y) {
      const height = point.y - before.y;
      return height <= 0 ? point.x : mix(before.x, point.x, (y - before.y) / height);
    }
    before = point;
  }
  return before.x;
}

/** x of a flat garment's outer edge at a row, garment pixels. */
export function outerEdge(garment: LowerBodyGarment, side: PictureSide, y: number): number {
  const { waist, outer, hem } = garment[side];
  return crossRow([waist, ...outer.map(({ point }) => point), hem], y);
}

/** x of a leg's inner edge at a row; the garment's middle above the crotch and in skirts. */
export function innerEdge(garment: LowerBodyGarment, side: PictureSide, y: number): number {
  const { crotch } = garment;
  if (crotch === null || y <= crotch.y) return crotch?.x ?? garment.middle;
  const { inner, innerHem } = garment[side];
  return crossRow([crotch, ...inner.map(({ point }) => point), innerHem], y);
}

/** Row of the waistband's front edge in a column: the inside of its back lies above. */
export function frontEdge(garment: LowerBodyGarment, x: number): number {
  const { alpha, innerWaist } = garment;
  const column = Math.min(alpha.width - 1, Math.max(0, Math.round(x)));
  const lowest = mix(garment.top, garment.hem, 0.25);
  for (let y = Math.max(0, Math.floor(garment.top) - 4); y < lowest; y++) {
    const pixel = y * alpha.width + column;
    if (alpha.data[pixel]! > 0.5 && innerWaist.data[pixel]! < 0.5) return y;
  }
  return garment.top;
}
