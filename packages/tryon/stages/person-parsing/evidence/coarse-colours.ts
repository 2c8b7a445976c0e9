import { CHROMA_BINS, LIGHTNESS_BINS } from '@proteus/raster/colour-bins.ts';

/** Colours in a few hundred coarse cells are enough to tell cloths apart. */
export const COARSE_COLOURS = LIGHTNESS_BINS * 8 * 8;

/** Maps a histogram cell to its coarse cell: lightness as it is, a and b in 8 steps. */
function coarseBin(bin: number): number {
  const lightness = Math.floor(bin / CHROMA_BINS ** 2);
  const a = Math.floor(bin / CHROMA_BINS) % CHROMA_BINS;
  const b = bin % CHROMA_BINS;
  // Cloth is rarely as colourful as the outer half of the a*b* plane: finer cells within it.
  const fine = (value: number) => (value < 9 ? 0 : value > 22 ? 7 : 1 + ((value - 9) * 6) / 14) | 0;
  return (lightness * 8 + fine(a)) * 8 + fine(b);
}

/** The coarse cell of each histogram cell. */
export const COARSE_OF = Uint16Array.from({ length: LIGHTNESS_BINS * CHROMA_BINS ** 2 }, (_, bin) =>
  coarseBin(bin),
);
