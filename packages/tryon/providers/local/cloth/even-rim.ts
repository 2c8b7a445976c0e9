import type { Rectangle } from '@proteus/raster/crop.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { OPAQUE } from './opaque.ts';
import { readColour } from './read-colour.ts';

/** A garment's outline is shaded, and a line where cloth goes on: there its colour is that of so far inside, pixels. */
const RIM = 3;
/** How much the distance to the cloth changes over two pixels at its outline, and hardly further inside. */
const AT_OUTLINE = 0.1;
/** Cloth begins at this opacity. */
const FAINTEST = 0.2;

/** A piece of the picture around a part. */
export interface Surroundings {
  readonly box: Rectangle;
  /** How opaque the part is there. */
  readonly near: Plane;
  /** Distance to the part, softened, in pixels. */
  readonly field: Float32Array;
}

/**
 * Takes the line that a side's outline is off the part where it goes on beyond it. Changes its colour in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 */
export function evenRim(
  { alpha, colour }: WarpedPart,
  wanted: Float32Array,
  { box, near, field }: Surroundings,
  { frame }: PersonAnalysis,
): void {
  const { width, height } = box;
  const pixels: number[] = [];
  const colours: number[] = [];
  const inner = new Float32Array(3);
  for (let y = RIM; y < height - RIM; y++) {
    for (let x = RIM; x < width - RIM; x++) {
      const here = y * width + x;
      if (near.data[here]! < FAINTEST) continue;
      const dx = field[here + 1]! - field[here - 1]!;
      const dy = field[here + width]! - field[here - width]!;
      const across = dx * frame.right.x + dy * frame.right.y;
      if (Math.abs(across) < AT_OUTLINE) continue;
      // Stripes run across the body, however its side slants.
      const outwards = RIM * Math.sign(across);
      const [outX, outY] = [outwards * frame.right.x, outwards * frame.right.y];
      const [column, row] = [Math.round(x + outX), Math.round(y + outY)];
      const beyond = (box.y + row) * alpha.width + box.x + column;
      if (wanted[beyond]! <= near.data[row * width + column]!) continue;
      if (near.data[Math.round(y - outY) * width + Math.round(x - outX)]! <= OPAQUE) continue;
      readColour(colour, box.x + x - outX, box.y + y - outY, inner);
      pixels.push((box.y + y) * alpha.width + box.x + x);
      colours.push(inner[0]!, inner[1]!, inner[2]!);
    }
  }
  for (const [i, pixel] of pixels.entries()) {
    for (let channel = 0; channel < 3; channel++) {
      colour.data[pixel * 3 + channel] = Math.round(colours[i * 3 + channel]!);
    }
  }
}
