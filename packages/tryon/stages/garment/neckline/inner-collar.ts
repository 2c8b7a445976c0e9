import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { type NeckOpening, necklineOf } from './find-neckline.ts';
import { growBelowLabel } from './grow-below-label.ts';
import { growInnerCollar } from './grow-inner-collar.ts';
import { necklineRow } from './neckline-shape.ts';
import { settleNeckline } from './settle-neckline.ts';

/** The part of the garment above its neckline, softly: the inside of the back collar. */
export function paintInnerCollar(lab: LabImage, mask: Mask, opening: NeckOpening): Plane {
  const { width, height } = mask;
  const line = necklineOf(opening);
  const data = new Float32Array(width * height);
  if (line !== null) {
    const from = Math.max(0, Math.ceil(line.left.x));
    const to = Math.min(width - 1, Math.floor(line.right.x));
    for (let x = from; x <= to; x++) {
      const row = necklineRow(line, (x - line.left.x) / (line.right.x - line.left.x));
      for (let y = 0; y <= Math.min(height - 1, row + 1); y++) {
        const i = y * width + x;
        if (mask.data[i]) data[i] = Math.min(1, Math.max(0, row - y + 0.5));
      }
    }
  }
  const inner = { width, height, data };
  if (line === null) return inner;
  growInnerCollar(inner, lab, mask, line);
  if (opening.hasLabel) growBelowLabel(inner, lab, mask, line);
  settleNeckline(inner, lab, mask, line);
  return inner;
}

/** What is left of a garment's mask without the inside of its collar: its front. */
export function outsideOf(inner: Plane, { width, height, data }: Mask): Mask {
  return { width, height, data: data.map((set, i) => (inner.data[i]! > 0 ? 0 : set)) };
}
