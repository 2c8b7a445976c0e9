import { boxBlur } from '@proteus/raster/box-blur.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import type { LabImage, Plane } from '@proteus/raster/types.ts';
import { trimPadding } from '../cut-out/trim-padding.ts';
import { borderPixels, type Frame, fitBackgroundSurface, OUTLIER } from './background-surface.ts';
import { trimStrips } from './border-strips.ts';
import { cropLab, expandLab, shrinkLab } from './coarse-lab.ts';
import { labDifference } from './lab-difference.ts';
import { outsideMask } from './outside-mask.ts';

/** The plain backdrop of a product photo as a smooth function of place. */
export interface BackgroundModel {
  /** The part of the picture that is not surely backdrop; `photo`, `lab` and `difference` cover it. */
  readonly window: Frame;
  /** L*a*b* of the photo in that window. */
  readonly photo: LabImage;
  /** L*a*b* of the backdrop at every pixel, also where the garment hides it. */
  readonly lab: LabImage;
  /** ΔE (CIE76) of every pixel from the backdrop. */
  readonly difference: Plane;
  /** About the 95th percentile of the difference along the border: noise and what the model misses. */
  readonly noise: number;
  /** Share of the border that the model explains, 0 to 1. */
  readonly plainness: number;
}

/** Pixels of the coarse grid that the backdrop is modelled on, along the picture's height. */
const COARSE_ROWS = 256;
/** Gaps of a faint outline are bridged up to twice this part of the height. */
const BRIDGE = 0.02;
/** What is taken for backdrop keeps this far from anything else, in parts of the height. */
const CLEARANCE = 0.012;

/**
 * Models the backdrop from the photo's border, then from all that is surely backdrop: the local
 * mean where some is near, a quadratic surface where the garment hides it.
 *
 * @param lab the fitted picture.
 * @param frame where the photo itself lies; beyond it nothing is sampled.
 */
export function modelBackground(lab: LabImage, frame: Frame): BackgroundModel {
  const cell = Math.max(1, Math.round(lab.height / COARSE_ROWS));
  const coarse = shrinkLab(lab, cell);
  const fitting = insideCells(frame, cell);
  const whole = trimPadding(coarse, fitting);
  const padded = whole.width < fitting.width || whole.height < fitting.height;
  const first = fitBackgroundSurface(coarse, whole);
  const trimmed = trimStrips(coarse, first, whole);
  const strips = trimmed.width < whole.width || trimmed.height < whole.height;
  const surface = strips ? fitBackgroundSurface(coarse, trimmed) : first;
  const known = surelyBackdrop(coarse, surface, trimmed);
  const local = followLocally(coarse, surface, known);
  const clean = strips || padded ? insidePixels(trimmed, cell, lab) : frame;
  const window = intersect(clean, windowAround(known, trimmed, cell));
  return {
    window,
    ...measureDifference(cropLab(lab, window), expandLab(local, cell, window)),
    ...measureBorder(lab, local, cell, clean),
  };
}

/** ΔE up to which a pixel is the backdrop's colour itself. */
export function exactLevel(model: BackgroundModel): number {
  return 0.25 + 0.6 * model.noise;
}

/** ΔE above which a pixel differs from the backdrop. */
export function noiseThreshold(noise: number): number {
  return Math.min(10, Math.max(0.9, 2.2 * noise + 0.5));
}

/** The pixels of a frame of cells. */
function insidePixels(frame: Frame, cell: number, lab: LabImage): Frame {
  const x = frame.x * cell;
  const y = frame.y * cell;
  return {
    x,
    y,
    width: Math.min(frame.width * cell, lab.width - x),
    height: Math.min(frame.height * cell, lab.height - y),
  };
}

function intersect(a: Frame, b: Frame): Frame {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(1, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(1, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

/** Bounding box of the cells of a frame that are not surely backdrop, in pixels, with a margin. */
function windowAround(known: Plane, frame: Frame, cell: number): Frame {
  let left = known.width;
  let right = -1;
  let top = known.height;
  let bottom = -1;
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    for (let x = frame.x; x < frame.x + frame.width; x++) {
      if (known.data[y * known.width + x] !== 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  const margin = Math.ceil(CLEARANCE * known.height);
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return {
    x: x * cell,
    y: y * cell,
    width: (right + margin + 1 - x) * cell,
    height: (bottom + margin + 1 - y) * cell,
  };
}

/** The cells that lie in a frame entirely. */
function insideCells(frame: Frame, cell: number): Frame {
  const x = Math.ceil(frame.x / cell);
  const y = Math.ceil(frame.y / cell);
  return {
    x,
    y,
    width: Math.max(1, Math.floor((frame.x + frame.width) / cell) - x),
    height: Math.max(1, Math.floor((frame.y + frame.height) / cell) - y),
  };
}

/** 1 where a cell keeps well clear of everything that differs from the surface, else 0. */
function surelyBackdrop(lab: LabImage, surface: LabImage, frame: Frame): Plane {
  const { width, height } = lab;
  const threshold = noiseThreshold(measureBorder(lab, surface, 1, frame).noise);
  const distinct = new Uint8Array(width * height);
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    for (let x = frame.x; x < frame.x + frame.width; x++) {
      const i = y * width + x;
      if (labDifference(lab, surface, i) > threshold) distinct[i] = 255;
    }
  }
  const bridged = closeMask({ width, height, data: distinct }, Math.max(1, BRIDGE * height));
  const grown = dilate(invertMask(outsideMask(bridged)), Math.max(1, CLEARANCE * height));
  const data = new Float32Array(width * height);
  for (let y = frame.y; y < frame.y + frame.height; y++) {
    for (let x = frame.x; x < frame.x + frame.width; x++) {
      if (!grown.data[y * width + x]) data[y * width + x] = 1;
    }
  }
  return { width, height, data };
}

/** Adds to the surface what the known backdrop differs from it, averaged nearby. */
function followLocally(lab: LabImage, surface: LabImage, known: Plane): LabImage {
  const { width, height } = lab;
  const radius = Math.max(2, Math.round(0.03 * Math.max(width, height)));
  const weight = boxBlur(boxBlur(known, radius), radius).data;
  const data = new Float32Array(lab.data.length);
  const residual = new Float32Array(width * height);
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0, at = channel; i < residual.length; i++, at += 3) {
      residual[i] = known.data[i]! * (lab.data[at]! - surface.data[at]!);
    }
    const mean = boxBlur(boxBlur({ width, height, data: residual }, radius), radius).data;
    for (let i = 0, at = channel; i < residual.length; i++, at += 3) {
      data[at] = surface.data[at]! + mean[i]! / (weight[i]! + 0.002);
    }
  }
  return { width, height, data };
}

/** Measures a picture against its backdrop. */
function measureDifference(
  lab: LabImage,
  background: LabImage,
): Pick<BackgroundModel, 'photo' | 'lab' | 'difference'> {
  const data = new Float32Array(lab.width * lab.height);
  for (let i = 0; i < data.length; i++) data[i] = labDifference(lab, background, i);
  return {
    photo: lab,
    lab: background,
    difference: { width: lab.width, height: lab.height, data },
  };
}

/** Noise and plainness of the photo's border against a coarse backdrop. */
function measureBorder(
  lab: LabImage,
  coarse: LabImage,
  cell: number,
  frame: Frame,
): Pick<BackgroundModel, 'noise' | 'plainness'> {
  const pixels = borderPixels(lab.width, frame);
  const border = new Float32Array(pixels.length);
  for (let s = 0; s < border.length; s++) {
    const pixel = pixels[s]!;
    const x = pixel % lab.width;
    const y = (pixel - x) / lab.width;
    const nearest = Math.floor(y / cell) * coarse.width + Math.floor(x / cell);
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      squared += (lab.data[3 * pixel + channel]! - coarse.data[3 * nearest + channel]!) ** 2;
    }
    border[s] = Math.sqrt(squared);
  }
  border.sort();
  const explained = border.findIndex((value) => value > OUTLIER);
  const inliers = explained < 0 ? border.length : explained;
  return {
    noise: 1.8 * (border[Math.floor(border.length * 0.7)] ?? 0),
    plainness: border.length === 0 ? 0 : inliers / border.length,
  };
}
