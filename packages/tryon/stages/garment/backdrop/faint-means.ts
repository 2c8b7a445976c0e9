import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';

const RADIUS = 3;
/** Sums that are kept for every column: weight, squared ΔE, and the offsets in L*, a* and b*. */
const SUMS = 5;

/** How the pixels nearby that are not clearly cloth differ from the backdrop on average. */
export interface FaintMeans {
  /** Mean squared ΔE. */
  readonly squared: Float32Array;
  /** Mean difference in L*, a* and b*, with its sign: noise cancels out, cloth does not. */
  readonly lightness: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

/** Averages what is not `clear` over the square around each pixel; 0 where all of it is. */
export function measureFaintMeans(model: BackgroundModel, clear: Mask): FaintMeans {
  const { width, height } = model.difference;
  const plane = () => new Float32Array(width * height);
  const means = { squared: plane(), lightness: plane(), green: plane(), blue: plane() };
  const columns = new Float64Array(SUMS * width);
  for (let y = 0; y < Math.min(RADIUS, height); y++) addRow(columns, model, clear, y, 1);
  for (let y = 0; y < height; y++) {
    if (y + RADIUS < height) addRow(columns, model, clear, y + RADIUS, 1);
    if (y - RADIUS > 0) addRow(columns, model, clear, y - RADIUS - 1, -1);
    averageRow(columns, means, y * width);
  }
  return means;
}

function addRow(
  columns: Float64Array,
  model: BackgroundModel,
  clear: Mask,
  y: number,
  sign: 1 | -1,
): void {
  const { width } = model.difference;
  const photo = model.photo.data;
  const difference = model.difference.data;
  const behind = model.lab.data;
  for (let x = 0, i = y * width, to = 0; x < width; x++, i++, to += SUMS) {
    if (clear.data[i] !== 0) continue;
    columns[to]! += sign;
    columns[to + 1]! += sign * difference[i]! * difference[i]!;
    columns[to + 2]! += sign * (photo[3 * i]! - behind[3 * i]!);
    columns[to + 3]! += sign * (photo[3 * i + 1]! - behind[3 * i + 1]!);
    columns[to + 4]! += sign * (photo[3 * i + 2]! - behind[3 * i + 2]!);
  }
}

function averageRow(columns: Float64Array, means: FaintMeans, row: number): void {
  let weight = 0;
  let squared = 0;
  let lightness = 0;
  let green = 0;
  let blue = 0;
  const end = columns.length;
  for (let lead = 0, x = -RADIUS; x < end / SUMS; lead += SUMS, x++) {
    if (lead < end) {
      weight += columns[lead]!;
      squared += columns[lead + 1]!;
      lightness += columns[lead + 2]!;
      green += columns[lead + 3]!;
      blue += columns[lead + 4]!;
    }
    if (x < 0) continue;
    const trail = lead - (2 * RADIUS + 1) * SUMS;
    if (trail >= 0) {
      weight -= columns[trail]!;
      squared -= columns[trail + 1]!;
      lightness -= columns[trail + 2]!;
      green -= columns[trail + 3]!;
      blue -= columns[trail + 4]!;
    }
    if (weight < 1) continue;
    means.squared[row + x] = Math.max(0, squared / weight);
    means.lightness[row + x] = lightness / weight;
    means.green[row + x] = green / weight;
    means.blue[row + x] = blue / weight;
  }
}
