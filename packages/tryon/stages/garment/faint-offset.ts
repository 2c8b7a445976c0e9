import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';

const AVERAGING_RADIUS = 3;

/** Local mean of L*, a* and b* less the backdrop's, one plane each. */
export type FaintOffset = readonly [Float32Array, Float32Array, Float32Array];

/**
 * What the pixels that are not `clear` differ from the backdrop on average nearby: noise cancels
 * out, cloth does not.
 */
export function measureFaintOffset(
  lab: LabImage,
  model: BackgroundModel,
  clear: Mask,
): FaintOffset {
  const { width, height } = lab;
  const weight = new Float32Array(width * height);
  for (let i = 0; i < weight.length; i++) if (!clear.data[i]) weight[i] = 1;
  const total = boxBlur({ width, height, data: weight }, AVERAGING_RADIUS).data;
  const offset = new Float32Array(width * height);
  const channel = (index: number) => {
    for (let i = 0, at = index; i < offset.length; i++, at += 3) {
      offset[i] = weight[i]! * (lab.data[at]! - model.lab.data[at]!);
    }
    const mean = boxBlur({ width, height, data: offset }, AVERAGING_RADIUS).data;
    for (let i = 0; i < mean.length; i++) mean[i]! /= total[i]! + 1e-5;
    return mean;
  };
  return [channel(0), channel(1), channel(2)];
}
