import type { LabImage, Plane, Size } from './types.ts';

/** Bins along lightness, 12.5 wide. */
export const LIGHTNESS_BINS = 8;
/** Bins along a and along b, 4 wide, from -64 to 64; what lies beyond falls into the outermost. */
export const CHROMA_BINS = 32;

/** The histogram bin of every pixel; shared by all histograms that look at one picture. */
export interface ColourBins extends Size {
  readonly data: Uint16Array;
}

/** Histogram bin of one L*a*b* colour. */
export function colourBin(lightness: number, a: number, b: number): number {
  const l = Math.min(Math.max(Math.floor(lightness / 12.5), 0), LIGHTNESS_BINS - 1);
  const i = Math.min(Math.max(Math.floor((a + 64) / 4), 0), CHROMA_BINS - 1);
  const j = Math.min(Math.max(Math.floor((b + 64) / 4), 0), CHROMA_BINS - 1);
  return (l * CHROMA_BINS + i) * CHROMA_BINS + j;
}

/** Histogram bins of a whole picture. */
export function colourBins({ width, height, data }: LabImage): ColourBins {
  const bins = new Uint16Array(width * height);
  for (let i = 0, at = 0; i < bins.length; i++, at += 3) {
    bins[i] = colourBin(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  return { width, height, data: bins };
}

/** Looks a table with one value a bin (a histogram, its logarithm) up for every pixel. */
export function lookUpBins(table: Float32Array, bins: ColourBins): Plane {
  const { width, height } = bins;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = table[bins.data[i]!]!;
  return { width, height, data };
}
