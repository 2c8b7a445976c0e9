import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';

interface MeanLab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

function meanLab(image: RgbImage, weight: Plane): MeanLab {
  const lab = rgbToLab(image).data;
  let lightness = 0;
  let a = 0;
  let b = 0;
  let total = 0;
  for (let pixel = 0; pixel < weight.data.length; pixel += 2) {
    const w = weight.data[pixel]!;
    if (w < 0.5) continue;
    lightness += lab[pixel * 3]! * w;
    a += lab[pixel * 3 + 1]! * w;
    b += lab[pixel * 3 + 2]! * w;
    total += w;
  }
  const scale = total === 0 ? 0 : 1 / total;
  return { lightness: lightness * scale, a: a * scale, b: b * scale, weight: total };
}

/**
 * Difference between the garment's mean colour in its own photo and in the result: ΔE*ab with
 * lightness counted half, for the photo's light may differ.
 */
export function measureGarmentColour(
  source: RgbImage,
  sourceAlpha: Plane,
  result: RgbImage,
  resultAlpha: Plane,
): number {
  const flat = meanLab(source, sourceAlpha);
  const worn = meanLab(result, resultAlpha);
  if (flat.weight === 0 || worn.weight === 0) return 0;
  return Math.hypot((flat.lightness - worn.lightness) / 2, flat.a - worn.a, flat.b - worn.b);
}
