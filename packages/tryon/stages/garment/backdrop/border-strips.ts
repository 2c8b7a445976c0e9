import type { LabImage } from '@proteus/raster/types.ts';
import type { Frame } from './background-surface.ts';
import { labDifference } from './lab-difference.ts';

/** Strips of another colour along an edge are at most this part of the photo. */
const STRIP = 0.03;
/** ΔE of a strip from the backdrop. */
const FOREIGN = 3;
/** Share of a line that must be foreign. */
const LEAST_SHARE = 0.6;

/** Cuts off strips along the edges (a frame, the rim of a table, padding) of another colour. */
export function trimStrips(lab: LabImage, background: LabImage, frame: Frame): Frame {
  const deepest = Math.ceil(STRIP * Math.min(frame.width, frame.height));
  const depthOf = (start: number, inward: number, along: number, length: number) => {
    let depth = 0;
    for (let line = 0; line < deepest; line++) {
      let foreign = 0;
      for (let step = 0; step < length; step++) {
        const pixel = start + line * inward + step * along;
        if (labDifference(lab, background, pixel) > FOREIGN) foreign++;
      }
      if (foreign > LEAST_SHARE * length) depth = line + 1;
    }
    // The blurred transition from the strip to the backdrop goes as well.
    return depth === 0 ? 0 : depth + 1;
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
