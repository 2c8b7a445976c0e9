import { createPlane } from '@proteus/raster/create-plane.ts';
import type { LabImage, Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS, type Region } from '../../../person-analysis.ts';
import { type LocalColours, localColours } from '../evidence/local-colours.ts';
import { purePixels } from './pure-pixels.ts';

/** Colours of two regions must differ this much for a pixel's own colour to tell its mixture. */
const TELLING = 7;
/** Weight of the two regions' colour variances against the difference of their means. */
const PATTERN = 3;
/** Steepness of an outline that only the labels know, against their five-pixel blur. */
const CRISPNESS = 2.2;
/** A pixel this far off the line between two colours is no mixture of them. */
const OFF_LINE = 22;

/** Weights of two three-pixel means one after the other. */
const BLUR = [1 / 9, 2 / 9, 3 / 9, 2 / 9, 1 / 9] as const;

const clamp = (value: number, high: number) => (value < 0 ? 0 : value > high ? high : value);

/** Indicator of each region, blurred over five pixels. */
function blurredIndicators(labels: Uint8Array, pure: Uint8Array, size: Size): Plane[] {
  const { width, height } = size;
  const indicators = REGIONS.map(() => createPlane(width, height));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (pure[i] === 1) {
        indicators[labels[i]!]!.data[i] = 1;
        continue;
      }
      for (let down = 0; down < BLUR.length; down++) {
        const row = clamp(y + down - 2, height - 1) * width;
        for (let across = 0; across < BLUR.length; across++) {
          const at = row + clamp(x + across - 2, width - 1);
          indicators[labels[at]!]!.data[i]! += BLUR[down]! * BLUR[across]!;
        }
      }
    }
  }
  return indicators;
}

/** Marks the pixels that are pure together with their neighbours to the right and below. */
function purePatches(pure: Uint8Array, { width, height }: Size): Uint8Array {
  const patches = new Uint8Array(pure.length);
  for (let y = 0, i = 0; y < height; y++) {
    const below = y + 1 < height ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      const right = x + 1 < width ? 1 : 0;
      patches[i] = pure[i]! & pure[i + right]! & pure[i + below]! & pure[i + below + right]!;
    }
  }
  return patches;
}

/**
 * Share of region `first` in a pixel that shows a mixture of two regions.
 *
 * @param share what the labels' outline says of it.
 * @param at index into the local colours.
 */
function mixture(
  colours: LocalColours,
  first: number,
  second: number,
  at: number,
  l: number,
  a: number,
  b: number,
  share: number,
): number {
  const p = colours.regions[first]!;
  const q = colours.regions[second]!;
  const dl = p.l.data[at]! - q.l.data[at]!;
  const da = p.a.data[at]! - q.a.data[at]!;
  const db = p.b.data[at]! - q.b.data[at]!;
  const squared = dl * dl + da * da + db * db;
  const crisp = Math.min(1, Math.max(0, (share - 0.5) * CRISPNESS + 0.5));
  if (!(squared > 1)) return crisp;
  const el = l - q.l.data[at]!;
  const ea = a - q.a.data[at]!;
  const eb = b - q.b.data[at]!;
  const along = (el * dl + ea * da + eb * db) / squared;
  const bounded = along < 0 ? 0 : along > 1 ? 1 : along;
  const off = el * el + ea * ea + eb * eb - along * along * squared;
  // Of a pattern, the mean tells little of a single pixel.
  const pattern = Math.max(0, p.variance[at]! + q.variance[at]!) * PATTERN;
  const trust =
    (squared / (squared + TELLING ** 2 + pattern)) * (OFF_LINE ** 2 / (OFF_LINE ** 2 + off));
  // Far from the outline the labels are right; at it the colour is.
  const nearness = 1 - (2 * share - 1) ** 4;
  return crisp + trust * nearness * (bounded - crisp);
}

/**
 * Turns a labelling into soft memberships at the picture's size: on a band along the labels'
 * outlines each pixel is taken as a mixture of the two regions' colours nearby, so that the
 * outlines follow the picture's own, anti-aliased edges.
 *
 * @param labels index into `REGIONS` of each pixel, at the parse size.
 * @param small the picture at the parse size.
 * @param lab the picture.
 * @see Chuang et al. 2001, "A Bayesian Approach to Digital Matting", for the mixing model.
 */
export function softRegions(
  labels: Uint8Array,
  small: LabImage,
  lab: LabImage,
): { readonly [Name in Region]: Plane } {
  const { width, height } = lab;
  const pure = purePixels(labels, small);
  const patches = purePatches(pure, small);
  const indicators = blurredIndicators(labels, pure, small);
  const colours = localColours(indicators, small);
  const planes = REGIONS.map(() => createPlane(width, height));
  const shares = new Float64Array(REGIONS.length);
  const scaleX = small.width / width;
  const scaleY = small.height / height;
  const columns = Float32Array.from({ length: width }, (_, x) =>
    clamp((x + 0.5) * scaleX - 0.5, small.width - 1),
  );
  for (let y = 0, i = 0; y < height; y++) {
    const v = clamp((y + 0.5) * scaleY - 0.5, small.height - 1);
    const top = Math.floor(v);
    const ty = v - top;
    const rowA = top * small.width;
    const rowB = Math.min(small.height - 1, top + 1) * small.width;
    const coarseRow = Math.min(colours.height - 1, top >> 1) * colours.width;
    for (let x = 0; x < width; x++, i++) {
      const u = columns[x]!;
      const left = u | 0;
      if (patches[rowA + left] === 1) {
        planes[labels[rowA + left]!]!.data[i] = 1;
        continue;
      }
      const right = Math.min(small.width - 1, left + 1);
      const tx = u - left;
      let first = 0;
      let second = 1;
      for (let region = 0; region < shares.length; region++) {
        const data = indicators[region]!.data;
        shares[region] =
          (data[rowA + left]! * (1 - tx) + data[rowA + right]! * tx) * (1 - ty) +
          (data[rowB + left]! * (1 - tx) + data[rowB + right]! * tx) * ty;
        if (region === 0) continue;
        if (shares[region]! > shares[first]!) {
          second = first;
          first = region;
        } else if (region === 1 || shares[region]! > shares[second]!) second = region;
      }
      const both = shares[first]! + shares[second]!;
      const at = coarseRow + Math.min(colours.width - 1, left >> 1);
      const share = mixture(
        colours,
        first,
        second,
        at,
        lab.data[i * 3]!,
        lab.data[i * 3 + 1]!,
        lab.data[i * 3 + 2]!,
        shares[first]! / both,
      );
      shares[first] = both * share;
      shares[second] = both * (1 - share);
      for (let region = 0; region < shares.length; region++) {
        planes[region]!.data[i] = shares[region]!;
      }
    }
  }
  return {
    background: planes[0]!,
    skin: planes[1]!,
    hair: planes[2]!,
    upper: planes[3]!,
    lower: planes[4]!,
    shoes: planes[5]!,
  };
}
