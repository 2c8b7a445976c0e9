import { catmullRomWeights } from './catmull-rom.ts';

/** For each output position along one axis: which inputs it reads and how much of each. */
export interface AxisWeights {
  /** First input of each output. */
  readonly start: Int32Array;
  /** Inputs read by each output; the weights of one output lie `taps` apart from the next. */
  readonly taps: number;
  /** `taps` weights for each output, summing to 1; unused ones are 0. */
  readonly weights: Float32Array;
}

/**
 * Weights that resample an axis from `from` to `to` pixels: the exact average of the covered
 * interval when shrinking, Catmull–Rom interpolation (edges replicated) when growing.
 */
export function resampleAxis(from: number, to: number): AxisWeights {
  return to < from ? areaWeights(from, to) : cubicWeights(from, to);
}

function areaWeights(from: number, to: number): AxisWeights {
  const scale = from / to;
  // Whole intervals begin and end between two pixels; others may share one at either end.
  const taps = Number.isInteger(scale) ? scale : Math.min(from, Math.ceil(scale) + 1);
  const start = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let i = 0; i < to; i++) {
    const low = i * scale;
    const high = Math.min(from, (i + 1) * scale);
    const first = Math.min(Math.floor(low), from - taps);
    start[i] = first;
    for (let k = 0; k < taps; k++) {
      const covered = Math.min(high, first + k + 1) - Math.max(low, first + k);
      if (covered > 0) weights[i * taps + k] = covered / (high - low);
    }
  }
  return { start, taps, weights };
}

function cubicWeights(from: number, to: number): AxisWeights {
  const scale = from / to;
  const taps = Math.min(from, 4);
  const cubic = new Float64Array(4);
  const start = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let i = 0; i < to; i++) {
    const position = (i + 0.5) * scale - 0.5;
    const base = Math.floor(position) - 1;
    const first = Math.min(Math.max(base, 0), from - taps);
    start[i] = first;
    catmullRomWeights(position - base - 1, cubic);
    for (let k = 0; k < 4; k++) {
      const input = Math.min(Math.max(base + k, 0), from - 1);
      weights[i * taps + input - first]! += cubic[k]!;
    }
  }
  return { start, taps, weights };
}
