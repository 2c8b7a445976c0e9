import type { LabImage } from '@proteus/raster/types.ts';
import type { Frame } from '../backdrop/background-surface.ts';

/** Padding takes at most this part of the photo on each side. */
const DEEPEST = 0.4;
/** ΔE up to which a line is the padding's one colour, and beyond which it is the photo's backdrop. */
const SAME = 0.3;
const OTHER = 0.6;
const FARTHEST = 6;
/** Padding centres the photo: opposite strips are equally deep to so many lines. */
const OFF_CENTRE = 2;
/** Share of a line that must differ where the photo begins; a garment's edge is shorter. */
const LEAST_SHARE = 0.7;
/** Compression stains a little of the padding along the seam. */
const NEARLY_ALL = 0.95;

/**
 * Cuts off padding that was added to bring a photo into a format: strips of one flat colour that
 * end along a whole line, where a backdrop of a slightly different colour begins.
 *
 * @param lab means over cells.
 */
export function trimPadding(lab: LabImage, frame: Frame): Frame {
  const row = lab.width;
  const first = frame.y * row + frame.x;
  const last = first + (frame.height - 1) * row + frame.width - 1;
  const [left, right] = centred(
    depthOf(lab, first, 1, row, frame.width, frame.height),
    depthOf(lab, last, -1, -row, frame.width, frame.height),
  );
  const width = frame.width - left - right;
  const [top, bottom] = centred(
    depthOf(lab, first + left, row, 1, frame.height, width),
    depthOf(lab, last - right, -row, -1, frame.height, width),
  );
  return {
    x: frame.x + left,
    y: frame.y + top,
    width,
    height: frame.height - top - bottom,
  };
}

function centred(one: number, other: number): readonly [number, number] {
  return Math.abs(one - other) > OFF_CENTRE ? [0, 0] : [one, other];
}

/** Lines of padding from a corner inwards; 0 when there is none. */
function depthOf(
  lab: LabImage,
  corner: number,
  inward: number,
  along: number,
  lines: number,
  length: number,
): number {
  // The outermost line may be mixed with what was beyond it.
  const reference = 3 * (corner + inward + along);
  const l = lab.data[reference]!;
  const a = lab.data[reference + 1]!;
  const b = lab.data[reference + 2]!;
  for (let line = 1; line < DEEPEST * lines; line++) {
    let other = 0;
    let same = 0;
    for (let step = 1; step < length - 1; step++) {
      const at = 3 * (corner + line * inward + step * along);
      const difference = Math.hypot(
        lab.data[at]! - l,
        lab.data[at + 1]! - a,
        lab.data[at + 2]! - b,
      );
      if (difference > OTHER && difference < FARTHEST) other++;
      else if (difference < SAME) same++;
    }
    if (same > NEARLY_ALL * (length - 2)) continue;
    // One line may hold both, where a cell lies across the seam; it goes with the padding.
    if (other > LEAST_SHARE * length) return line > 1 ? line + 1 : 0;
    if (other + same < LEAST_SHARE * length) continue;
    return 0;
  }
  return 0;
}
