import type { Point } from '@proteus/raster/types.ts';
import type { Crease } from '../figure/folds.ts';

/** A line of stitches or a seam on a piece, in metres. */
export interface Seam {
  readonly points: readonly Point[];
  readonly kind: 'seam' | 'stitch';
}

/** A cut piece of cloth that lies flat, above the pieces before it. Metres, y down. */
export interface Piece {
  readonly outline: readonly Point[];
  /**
   * The garment's cloth, the same without its print, its inside, its contrasting band, or a plain
   * thing such as a button.
   */
  readonly cloth: 'fabric' | 'unprinted' | 'inside' | 'band' | readonly [number, number, number];
  /** Where the pattern's (0, 0) lies, and the way it runs down. */
  readonly origin: Point;
  readonly down: Point;
  /** How high the piece stands over what is below it, and how far in its edge is rounded. */
  readonly thickness: number;
  readonly roundness: number;
  readonly creases: readonly Crease[];
  readonly seams: readonly Seam[];
  /** Ribs across the piece: their period in metres along x (0 = none). */
  readonly ribs: number;
}

const DOWN: Point = { x: 0, y: 1 };

/** A piece with the usual finish. */
export function piece(
  outline: readonly Point[],
  options: Partial<Omit<Piece, 'outline'>> = {},
): Piece {
  return {
    outline,
    cloth: 'fabric',
    origin: { x: 0, y: 0.37 },
    down: DOWN,
    thickness: 0.006,
    roundness: 0.008,
    creases: [],
    seams: [],
    ribs: 0,
    ...options,
  };
}

/** A fold bundle on flat cloth. */
export function crease(
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  reach: readonly [number, number],
  period: number,
  depth: number,
): Crease {
  return { centre: [x, y, 0], along: [alongX, alongY, 0], reach, period, depth };
}
