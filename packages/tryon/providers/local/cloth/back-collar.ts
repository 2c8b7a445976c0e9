import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../../person-analysis.ts';
import { acrossFrame } from '../../../stages/warp/body/frame-coordinates.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { type Overlay, paint } from '../overlay.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';

/** The inside of the collar lies in the neck's shadow. */
const BRIGHTNESS = 0.72;
/**
 * A back collar that ends beside the neck stands up there; one that reaches further out, in shoulder
 * widths from the middle, lies on the back behind the shoulders, out of sight.
 */
const STANDS = 0.24;
const LIES = 0.3;
/** Of it pieces are scraps of which less than this, in square shoulder widths, is more visible than so. */
const SCRAP = 0.006;
const VISIBLE = 0.3;
/** A piece ends where less of it shows. */
const FAINT = 0.08;

/** How far the collar reaches to either side of the neck, in shoulder widths: negative side, positive side. */
function reachOf(collar: Plane, frame: TorsoFrame): readonly [number, number] {
  let first = 0;
  let last = 0;
  for (let pixel = 0; pixel < collar.data.length; pixel++) {
    if (collar.data[pixel]! <= 0.5) continue;
    const x = pixel % collar.width;
    const across = acrossFrame(frame, x, (pixel - x) / collar.width);
    if (across < first) first = across;
    if (across > last) last = across;
  }
  return [-first, last];
}

/** How far the back collar is seen at each pixel, 0 to 1, before the garment's front is laid over it. */
function seenCollar(
  { frame, regions }: PersonAnalysis,
  { innerCollar }: WarpedGarment,
  kinds: Mask,
): Plane {
  const { width, height, data } = innerCollar;
  const { skin, hair } = regions;
  const [before, after] = reachOf(innerCollar, frame).map(
    (reach) => 1 - smoothStep(STANDS, LIES, reach),
  ) as [number, number];
  const seen = new Float32Array(data.length);
  for (let pixel = 0; pixel < seen.length; pixel++) {
    const kind = kinds.data[pixel]!;
    if (data[pixel]! <= 0 || kind === BEHIND.trunk || kind === BEHIND.arm) continue;
    const x = pixel % width;
    const across = acrossFrame(frame, x, (pixel - x) / width);
    const stands = across < 0 ? before : after;
    const inFront = Math.max(skin.data[pixel]!, hair.data[pixel]!);
    seen[pixel] = data[pixel]! * (1 - inFront) * stands;
  }
  return { width, height, data: seen };
}

/** Drops the pieces that would be left as scraps beside the garment's front. Changes `seen` in place. */
function dropScraps(seen: Plane, { torso }: WarpedGarment, unit: number): void {
  const { width, height, data } = seen;
  const showing = createMask(width, height);
  const shown = (pixel: number) => data[pixel]! * (1 - torso.alpha.data[pixel]!);
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (shown(pixel) > FAINT) showing.data[pixel] = 255;
  }
  const { labels, components } = connectedComponents(showing);
  const visible = new Float64Array(components.length + 1);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const label = labels[pixel]!;
    if (label !== 0 && shown(pixel) > VISIBLE) visible[label]!++;
  }
  const scraps = components.filter(({ label }) => visible[label]! < SCRAP * unit ** 2);
  for (const { label, x, y, width: across, height: down } of scraps) {
    // With the soft edge around it.
    for (let row = Math.max(0, y - 1); row < Math.min(height, y + down + 1); row++) {
      for (let column = Math.max(0, x - 1); column < Math.min(width, x + across + 1); column++) {
        const pixel = row * width + column;
        if (labels[pixel] === label || labels[pixel] === 0) data[pixel] = 0;
      }
    }
  }
}

/** Lays the inside of the back collar behind neck, hair and shoulders. */
export function paintBackCollar(
  overlay: Overlay,
  person: PersonAnalysis,
  garment: WarpedGarment,
  plate: CleanPlate,
): void {
  const seen = seenCollar(person, garment, plate.kinds);
  dropScraps(seen, garment, person.frame.shoulderWidth);
  const { data } = garment.torso.colour;
  for (let pixel = 0; pixel < seen.data.length; pixel++) {
    if (seen.data[pixel]! <= 0) continue;
    const at = pixel * 3;
    paint(
      overlay,
      pixel,
      data[at]! * BRIGHTNESS,
      data[at + 1]! * BRIGHTNESS,
      data[at + 2]! * BRIGHTNESS,
      seen.data[pixel]!,
    );
  }
}
