import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import { clamp, median, smoothStep } from '../../../stages/warp/scalar.ts';
import { findHemCorner, outerEdge } from '../hem-corner.ts';
import type { LimbCapsules } from './limb-capsules.ts';

/** How far it stands off the trunk is measured in so many rows above the corner. */
const MEASURED = 8;
/** Cloth lies over the ribs by so many pixels; they widen by this at most, in shoulder widths. */
const OVER = 2;
const MOST = 0.1;
/** From ribs to waist a body narrows by one pixel in so many rows, if there is room. */
const NARROWS = 6;

/**
 * Widens the ribs below a crop top that lies close around them: what is drawn of a midriff is guessed from the body under
 * another top, and where it is guessed too narrow the band ends in the air. From the hem it narrows to the waist as guessed.
 *
 * Arms stay what they are.
 *
 * @param trunk changed in place.
 * @param torso how far the crop top covers each pixel.
 * @param room rows from its hem to where the lower clothes begin.
 */
export function widenRibs(
  trunk: Mask,
  torso: Plane,
  limbs: LimbCapsules,
  frame: TorsoFrame,
  room: number,
): void {
  for (const way of [-1, 1] as const) {
    const side = outerEdge(torso, way, 0.5);
    const body = outerEdge(trunk, way, 0);
    const corner = findHemCorner(side, way, frame);
    if (corner === null) continue;
    const standOff: number[] = [];
    for (let y = Math.max(0, corner - MEASURED); y <= corner; y++) {
      const off = way * (side[y]! - body[y]!) - OVER;
      if (Number.isFinite(off)) standOff.push(off);
    }
    if (standOff.length === 0) continue;
    const wider = clamp(median(standOff), 0, MOST * frame.shoulderWidth);
    const rows = Math.min(NARROWS * wider, room);
    const end = Math.min(trunk.height - 1, Math.ceil(corner + rows));
    for (let y = Math.max(0, corner - MEASURED); y <= end; y++) {
      if (Number.isNaN(body[y]!)) continue;
      // Never beyond the cloth above: where the trunk is guessed wide enough it stays as it is.
      const most = way * (side[Math.min(y, corner)]! - body[y]!) - OVER;
      const by = Math.round(Math.min(most, wider * (1 - smoothStep(corner, corner + rows, y))));
      for (let x = body[y]!; way * (x - body[y]!) <= by; x += way) {
        const pixel = y * trunk.width + x;
        if (x < 0 || x >= trunk.width || limbs.distance[pixel]! < 1) break;
        trunk.data[pixel] = 255;
      }
    }
  }
}
