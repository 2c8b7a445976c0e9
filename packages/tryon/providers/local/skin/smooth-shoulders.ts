import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { nonZeroBoxOfPlane } from '@proteus/raster/non-zero-box.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { Capsules } from '../body/capsules.ts';

/** Shoulders reach down the arm to here, where the armpit's crease parts arm and trunk. */
const SHOULDER = [0.12, 0.3] as const;
/** They pass into the trunk this far from the arm's middle line, in radii. */
const BESIDE = [1.2, 1.55] as const;
/** Softness in shoulder widths. */
const SOFTNESS = 0.04;

/**
 * Lets drawn arms pass into the drawn trunk over the shoulders, where a body has no edge though its
 * parts are drawn one by one. Changes the drawn picture in place.
 *
 * @param share how much of each pixel is drawn skin.
 * @param shoulderWidth in pixels.
 */
export function smoothShoulders(
  drawn: RgbImage,
  limbs: Capsules,
  share: Float32Array,
  shoulderWidth: number,
): void {
  const { width, height } = drawn;
  const near = new Float32Array(width * height);
  for (let pixel = 0; pixel < near.length; pixel++) {
    const distance = limbs.distance[pixel]!;
    if (share[pixel]! <= 0 || distance >= BESIDE[1]) continue;
    const above = 1 - smoothStep(SHOULDER[0], SHOULDER[1], limbs.along[pixel]!);
    near[pixel] = above * (1 - smoothStep(BESIDE[0], BESIDE[1], distance));
  }
  const sigma = SOFTNESS * shoulderWidth;
  const box = nonZeroBoxOfPlane({ width, height, data: near }, Math.ceil(2 * sigma));
  if (box === null) return;
  const pixels = box.width * box.height;
  const places = new Int32Array(pixels);
  const weight = new Float32Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const x = i % box.width;
    const place = (box.y + (i - x) / box.width) * width + box.x + x;
    places[i] = place;
    weight[i] = share[place]!;
  }
  const blurred = (data: Float32Array) =>
    gaussianBlur({ width: box.width, height: box.height, data }, sigma).data;
  const total = blurred(weight);
  const own = new Float32Array(pixels);
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0; i < pixels; i++) own[i] = weight[i]! * drawn.data[places[i]! * 3 + channel]!;
    const around = blurred(own);
    for (let i = 0; i < pixels; i++) {
      const place = places[i]!;
      if (near[place] === 0) continue;
      const at = place * 3 + channel;
      drawn.data[at] = Math.round(mix(drawn.data[at]!, around[i]! / total[i]!, near[place]!));
    }
  }
}
