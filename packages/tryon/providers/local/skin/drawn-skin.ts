import type { Plane } from '@proteus/raster/types.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';

/**
 * How much bare skin was made up and is seen, in square shoulder widths.
 *
 * @param seenCover how far the garment is seen at each pixel, 0 to 1.
 */
export function measureDrawnSkin(
  { skin, removed }: Pick<CleanPlate, 'skin' | 'removed'>,
  seenCover: Plane,
  shoulderWidth: number,
): number {
  let area = 0;
  for (let pixel = 0; pixel < skin.length; pixel++) {
    const share = Math.min(1, skin[pixel]!) * removed.data[pixel]!;
    area += share * (1 - seenCover.data[pixel]!);
  }
  return area / shoulderWidth ** 2;
}
