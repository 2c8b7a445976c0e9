import type { LabImage, Size } from '@proteus/raster/types.ts';

/** A rectangle of the picture in pixels. */
export type Frame = { readonly x: number; readonly y: number } & Size;

/** Terms of the quadratic surface in (x, y): 1, x, y, x², xy, y². */
const TERMS = 6;
const ITERATIONS = 6;
/** ΔE beyond which a border pixel is no backdrop whatever the noise (a label, a cut-off sleeve). */
export const OUTLIER = 8;

/** Indices of the pixels along the border of `frame`, a few rings deep. */
export function borderPixels(width: number, frame: Frame): Int32Array {
  const depth = Math.max(2, Math.round(0.012 * Math.min(frame.width, frame.height)));
  const pixels: number[] = [];
  // The outermost row or column is often a scanning or padding artefact.
  for (let ring = 1; ring <= depth; ring += 2) {
    const left = frame.x + ring;
    const right = frame.x + frame.width - 1 - ring;
    const top = frame.y + ring;
    const bottom = frame.y + frame.height - 1 - ring;
    if (right <= left || bottom <= top) break;
    for (let x = left; x <= right; x++) pixels.push(top * width + x, bottom * width + x);
    for (let y = top; y <= bottom; y++) pixels.push(y * width + left, y * width + right);
  }
  return Int32Array.from(pixels);
}

/**
 * Fits a quadratic surface to the border of a photo by iteratively reweighted least squares, so
 * that a vignette, a studio gradient or a sleeve that leaves the frame do not disturb it.
 *
 * @returns the surface at every pixel.
 */
export function fitBackgroundSurface(lab: LabImage, frame: Frame): LabImage {
  const pixels = borderPixels(lab.width, frame);
  const weights = medianWeights(lab, pixels);
  let surface = new Float64Array(3 * TERMS);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    surface = leastSquares(lab, frame, pixels, weights);
    reweigh(lab, frame, pixels, surface, weights);
  }
  return evaluate(surface, lab, frame);
}

/** Starting weights: 1 near the border's median colour, small far from it. */
function medianWeights(lab: LabImage, pixels: Int32Array): Float64Array {
  const median = [0, 1, 2].map((channel) => {
    const values = Float32Array.from(pixels, (pixel) => lab.data[pixel * 3 + channel]!).sort();
    return values[values.length >> 1] ?? 0;
  });
  return Float64Array.from(pixels, (pixel) => {
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      squared += (lab.data[pixel * 3 + channel]! - median[channel]!) ** 2;
    }
    return 1 / (1 + squared / (OUTLIER * OUTLIER));
  });
}

function leastSquares(
  lab: LabImage,
  frame: Frame,
  pixels: Int32Array,
  weights: Float64Array,
): Float64Array<ArrayBuffer> {
  const size = TERMS + 3;
  const system = new Float64Array(TERMS * size);
  const terms = new Float64Array(TERMS);
  for (let s = 0; s < pixels.length; s++) {
    const weight = weights[s]!;
    if (weight === 0) continue;
    const pixel = pixels[s]!;
    fillTerms(terms, pixel % lab.width, Math.floor(pixel / lab.width), frame);
    for (let row = 0; row < TERMS; row++) {
      const factor = weight * terms[row]!;
      const at = row * size;
      for (let column = 0; column < TERMS; column++) {
        system[at + column]! += factor * terms[column]!;
      }
      for (let channel = 0; channel < 3; channel++) {
        system[at + TERMS + channel]! += factor * lab.data[pixel * 3 + channel]!;
      }
    }
  }
  // A light pull towards a flat surface keeps a border with few good samples from bending.
  for (let row = 1; row < TERMS; row++) system[row * size + row]! += 1;
  solve(system, size);
  const surface = new Float64Array(3 * TERMS);
  for (let channel = 0; channel < 3; channel++) {
    for (let row = 0; row < TERMS; row++) {
      surface[channel * TERMS + row] = system[row * size + TERMS + channel]!;
    }
  }
  return surface;
}

/** Tukey's biweight of every sample's distance from the surface. */
function reweigh(
  lab: LabImage,
  frame: Frame,
  pixels: Int32Array,
  surface: Float64Array,
  weights: Float64Array,
): void {
  const terms = new Float64Array(TERMS);
  for (let s = 0; s < pixels.length; s++) {
    const pixel = pixels[s]!;
    fillTerms(terms, pixel % lab.width, Math.floor(pixel / lab.width), frame);
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      let value = 0;
      for (let row = 0; row < TERMS; row++) value += surface[channel * TERMS + row]! * terms[row]!;
      squared += (lab.data[pixel * 3 + channel]! - value) ** 2;
    }
    const bounded = Math.max(0, 1 - squared / (OUTLIER * OUTLIER));
    weights[s] = bounded * bounded;
  }
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
      if (Math.abs(system[row * size + pivot]!) > Math.abs(system[best * size + pivot]!)) {
        best = row;
      }
    }
    for (let column = 0; column < size; column++) {
      const kept = system[pivot * size + column]!;
      system[pivot * size + column] = system[best * size + column]!;
      system[best * size + column] = kept;
    }
    const scale = system[pivot * size + pivot]! || 1;
    for (let column = 0; column < size; column++) system[pivot * size + column]! /= scale;
    for (let row = 0; row < TERMS; row++) {
      if (row === pivot) continue;
      const factor = system[row * size + pivot]!;
      for (let column = 0; column < size; column++) {
        system[row * size + column]! -= factor * system[pivot * size + column]!;
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
