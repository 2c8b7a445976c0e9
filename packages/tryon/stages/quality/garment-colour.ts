import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Plane, RgbImage } from '@proteus/raster/types.ts';

interface MeanLab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Mean of every second pixel that shows mostly the garment. */
function meanLab(image: RgbImage, weight: Plane): MeanLab {
  const weights = new Float32Array((weight.data.length + 1) >> 1);
  const colours = new Uint8Array(weights.length * 3);
  let count = 0;
  for (let pixel = 0; pixel < weight.data.length; pixel += 2) {
    const share = weight.data[pixel]!;
    if (share < 0.5) continue;
    weights[count] = share;
    for (let channel = 0; channel < 3; channel++) {
      colours[count * 3 + channel] = image.data[pixel * 3 + channel]!;
    }
    count++;
  }
  const data = colours.subarray(0, count * 3);
  const lab = rgbToLab({ width: count, height: 1, data }).data;
  let lightness = 0;
  let a = 0;
  let b = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const w = weights[i]!;
    lightness += lab[i * 3]! * w;
    a += lab[i * 3 + 1]! * w;
    b += lab[i * 3 + 2]! * w;
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
