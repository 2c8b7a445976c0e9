import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Plane, Size } from '@proteus/raster/types.ts';

/** The plain backdrop of a product photo as a smooth function of place. */
export interface BackgroundModel {
  /** L*a*b* of the backdrop at every pixel, also where the garment hides it. */
  readonly lab: LabImage;
  /** ΔE (CIE76) of every pixel from the backdrop. */
  readonly difference: Plane;
  /** About the 95th percentile of the difference along the border: noise and what the model misses. */
  readonly noise: number;
  /** Share of the border that the model explains, 0 to 1. */
  readonly plainness: number;
  /** Where the photo lies, less any strips along its edges that are no backdrop. */
  readonly frame: Frame;
}

type Frame = { readonly x: number; readonly y: number } & Size;

/** Terms of the quadratic surface in (x, y): 1, x, y, x², xy, y². */
const TERMS = 6;
const ITERATIONS = 6;
/** ΔE beyond which a border pixel is no backdrop whatever the noise (a label, a cut-off sleeve). */
const OUTLIER = 8;
/** Strips of another colour along an edge are at most this part of the photo. */
const STRIP = 0.03;

/**
 * Fits a quadratic surface to the border of a photo, robustly, so that a vignette, a studio
 * gradient or a sleeve that leaves the frame do not disturb it.
 *
 * @param lab the fitted picture.
 * @param frame where the photo itself lies; beyond it nothing is sampled.
 */
export function fitBackground(lab: LabImage, frame: Frame): BackgroundModel {
  const surface = fitSurface(lab, frame, borderSamples(lab, frame));
  const background = evaluate(surface, lab, frame);
  const trimmed = trimStrips(lab, background, frame);
  if (trimmed.width === frame.width && trimmed.height === frame.height) {
    return withDifference(lab, background, frame);
  }
  const again = fitSurface(lab, trimmed, borderSamples(lab, trimmed));
  return withDifference(lab, evaluate(again, lab, trimmed), trimmed);
}

/** ΔE up to which a pixel is the backdrop's colour itself. */
export function exactLevel(model: BackgroundModel): number {
  return 0.25 + 0.6 * model.noise;
}

/**
 * Follows the backdrop more closely once it is known roughly where the garment is: the local mean
 * of what is surely backdrop, and the surface where none is near.
 *
 * @param known 1 where a pixel is surely backdrop, else 0.
 */
export function refineBackground(
  lab: LabImage,
  model: BackgroundModel,
  known: Plane,
): BackgroundModel {
  const { width, height } = lab;
  const radius = Math.max(2, Math.round(0.03 * Math.max(width, height)));
  const weight = boxBlur(boxBlur(known, radius), radius).data;
  const data = new Float32Array(lab.data.length);
  const residual = new Float32Array(width * height);
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0; i < residual.length; i++) {
      const at = i * 3 + channel;
      residual[i] = known.data[i]! * (lab.data[at]! - model.lab.data[at]!);
    }
    const blurred = boxBlur(boxBlur({ width, height, data: residual }, radius), radius).data;
    for (let i = 0; i < residual.length; i++) {
      const at = i * 3 + channel;
      data[at] = model.lab.data[at]! + blurred[i]! / (weight[i]! + 0.002);
    }
  }
  return withDifference(lab, { width, height, data }, model.frame);
}

function borderSamples(lab: LabImage, frame: Frame): Int32Array {
  const depth = Math.max(2, Math.round(0.012 * Math.min(frame.width, frame.height)));
  const samples: number[] = [];
  // The outermost row or column is often a scanning or padding artefact.
  for (let ring = 1; ring <= depth; ring += 2) {
    const left = frame.x + ring;
    const right = frame.x + frame.width - 1 - ring;
    const top = frame.y + ring;
    const bottom = frame.y + frame.height - 1 - ring;
    if (right <= left || bottom <= top) break;
    for (let x = left; x <= right; x += 2) {
      samples.push(top * lab.width + x, bottom * lab.width + x);
    }
    for (let y = top; y <= bottom; y += 2) {
      samples.push(y * lab.width + left, y * lab.width + right);
    }
  }
  return Int32Array.from(samples);
}

/** Coefficients of the three surfaces, `3 * TERMS` values, by iteratively reweighted least squares. */
function fitSurface(lab: LabImage, frame: Frame, samples: Int32Array): Float64Array {
  const weights = medianWeights(lab, samples);
  const surface = new Float64Array(3 * TERMS);
  const terms = new Float64Array(TERMS);
  const size = TERMS + 3;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const system = new Float64Array(TERMS * size);
    for (let s = 0; s < samples.length; s++) {
      const weight = weights[s]!;
      if (weight === 0) continue;
      const pixel = samples[s]!;
      fillTerms(terms, pixel % lab.width, Math.floor(pixel / lab.width), frame);
      for (let row = 0; row < TERMS; row++) {
        const factor = weight * terms[row]!;
        for (let column = 0; column < TERMS; column++) {
          const at = row * size + column;
          system[at] = system[at]! + factor * terms[column]!;
        }
        for (let channel = 0; channel < 3; channel++) {
          const at = row * size + TERMS + channel;
          system[at] = system[at]! + factor * lab.data[pixel * 3 + channel]!;
        }
      }
    }
    // A light pull towards a flat surface keeps a border with few good samples from bending.
    for (let row = 1; row < TERMS; row++) {
      const at = row * size + row;
      system[at] = system[at]! + 1;
    }
    solve(system, size);
    for (let channel = 0; channel < 3; channel++) {
      for (let row = 0; row < TERMS; row++) {
        surface[channel * TERMS + row] = system[row * size + TERMS + channel]!;
      }
    }
    for (let s = 0; s < samples.length; s++) {
      const pixel = samples[s]!;
      fillTerms(terms, pixel % lab.width, Math.floor(pixel / lab.width), frame);
      let squared = 0;
      for (let channel = 0; channel < 3; channel++) {
        let value = 0;
        for (let row = 0; row < TERMS; row++)
          value += surface[channel * TERMS + row]! * terms[row]!;
        squared += (lab.data[pixel * 3 + channel]! - value) ** 2;
      }
      const bounded = Math.max(0, 1 - squared / (OUTLIER * OUTLIER));
      weights[s] = bounded * bounded;
    }
  }
  return surface;
}

/** Starting weights: 1 near the border's median colour, 0 far from it. */
function medianWeights(lab: LabImage, samples: Int32Array): Float64Array {
  const median = [0, 1, 2].map((channel) => {
    const values = Float32Array.from(samples, (pixel) => lab.data[pixel * 3 + channel]!).sort();
    return values[values.length >> 1] ?? 0;
  });
  return Float64Array.from(samples, (pixel) => {
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      squared += (lab.data[pixel * 3 + channel]! - median[channel]!) ** 2;
    }
    return 1 / (1 + squared / (OUTLIER * OUTLIER));
  });
}

function fillTerms(terms: Float64Array, x: number, y: number, frame: Frame): void {
  const u = (2 * (x - frame.x)) / frame.width - 1;
  const v = (2 * (y - frame.y)) / frame.height - 1;
  terms[0] = 1;
  terms[1] = u;
  terms[2] = v;
  terms[3] = u * u;
  terms[4] = u * v;
  terms[5] = v * v;
}

/** Gauss–Jordan with row pivots, in place; the solutions end in the columns after `TERMS`. */
function solve(system: Float64Array, size: number): void {
  for (let pivot = 0; pivot < TERMS; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < TERMS; row++) {
      if (Math.abs(system[row * size + pivot]!) > Math.abs(system[best * size + pivot]!))
        best = row;
    }
    for (let column = 0; column < size; column++) {
      const kept = system[pivot * size + column]!;
      system[pivot * size + column] = system[best * size + column]!;
      system[best * size + column] = kept;
    }
    const scale = system[pivot * size + pivot]! || 1;
    for (let column = 0; column < size; column++) {
      system[pivot * size + column] = system[pivot * size + column]! / scale;
    }
    for (let row = 0; row < TERMS; row++) {
      if (row === pivot) continue;
      const factor = system[row * size + pivot]!;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        system[at] = system[at]! - factor * system[pivot * size + column]!;
      }
    }
  }
}

function evaluate(surface: Float64Array, lab: LabImage, frame: Frame): LabImage {
  const { width, height } = lab;
  const data = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    // Beyond the photo lies its flat border colour; the surface must not run away there.
    const v = Math.max(-1, Math.min(1, (2 * (y - frame.y)) / frame.height - 1));
    for (let x = 0; x < width; x++) {
      const u = Math.max(-1, Math.min(1, (2 * (x - frame.x)) / frame.width - 1));
      for (let channel = 0; channel < 3; channel++) {
        const c = channel * TERMS;
        data[(y * width + x) * 3 + channel] =
          surface[c]! +
          u * (surface[c + 1]! + u * surface[c + 3]! + v * surface[c + 4]!) +
          v * (surface[c + 2]! + v * surface[c + 5]!);
      }
    }
  }
  return { width, height, data };
}

function withDifference(lab: LabImage, background: LabImage, frame: Frame): BackgroundModel {
  const { width, height } = lab;
  const difference = new Float32Array(width * height);
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    for (let x = frame.x; x < frame.x + frame.width; x++) {
      difference[y * width + x] = differenceAt(lab, background, y * width + x);
    }
  }
  const samples = borderSamples(lab, frame);
  const border = Float32Array.from(samples, (pixel) => difference[pixel]!).sort();
  const explained = border.findIndex((value) => value > OUTLIER);
  const inliers = explained < 0 ? border.length : explained;
  return {
    lab: background,
    difference: { width, height, data: difference },
    noise: 1.8 * (border[Math.floor(border.length * 0.7)] ?? 0),
    plainness: border.length === 0 ? 0 : inliers / border.length,
    frame,
  };
}

function differenceAt(lab: LabImage, background: LabImage, pixel: number): number {
  const at = 3 * pixel;
  const lightness = lab.data[at]! - background.data[at]!;
  const a = lab.data[at + 1]! - background.data[at + 1]!;
  const b = lab.data[at + 2]! - background.data[at + 2]!;
  return Math.sqrt(lightness * lightness + a * a + b * b);
}

/** Cuts off strips along the edges (a frame, the rim of a table, padding) of another colour. */
function trimStrips(lab: LabImage, background: LabImage, frame: Frame): Frame {
  const deepest = Math.round(STRIP * Math.min(frame.width, frame.height));
  const foreign = (pixel: number) => differenceAt(lab, background, pixel) > 0.4 * OUTLIER;
  const depthOf = (start: number, inward: number, along: number, length: number) => {
    let depth = 0;
    for (let line = 0; line < deepest; line++) {
      let count = 0;
      for (let step = 0; step < length; step += 2) {
        if (foreign(start + line * inward + step * along)) count += 2;
      }
      if (count > 0.6 * length) depth = line + 1;
    }
    // The blurred transition from the strip to the backdrop goes as well.
    return depth === 0 ? 0 : depth + 2;
  };
  const row = lab.width;
  const first = frame.y * row + frame.x;
  const last = first + (frame.height - 1) * row + frame.width - 1;
  const top = depthOf(first, row, 1, frame.width);
  const bottom = depthOf(last, -row, -1, frame.width);
  const left = depthOf(first, 1, row, frame.height);
  const right = depthOf(last, -1, -row, frame.height);
  return {
    x: frame.x + left,
    y: frame.y + top,
    width: frame.width - left - right,
    height: frame.height - top - bottom,
  };
}
