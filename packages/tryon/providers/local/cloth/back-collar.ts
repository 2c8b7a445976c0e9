import type { Plane } from '@proteus/raster/types.ts';
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

/** Lays the inside of the back collar behind neck, hair and shoulders. */
export function paintBackCollar(
  overlay: Overlay,
  person: PersonAnalysis,
  garment: WarpedGarment,
  plate: CleanPlate,
): void {
  const { innerCollar } = garment;
  const alpha = innerCollar.data;
  const { data } = garment.torso.colour;
  const { skin, hair } = person.regions;
  const [before, after] = reachOf(innerCollar, person.frame).map(
    (reach) => 1 - smoothStep(STANDS, LIES, reach),
  ) as [number, number];
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    if (alpha[pixel]! <= 0) continue;
    const kind = plate.kinds.data[pixel]!;
    if (kind === BEHIND.trunk || kind === BEHIND.arm) continue;
    const x = pixel % innerCollar.width;
    const across = acrossFrame(person.frame, x, (pixel - x) / innerCollar.width);
    const stands = across < 0 ? before : after;
    const inFront = Math.max(skin.data[pixel]!, hair.data[pixel]!);
    const at = pixel * 3;
    paint(
      overlay,
      pixel,
      data[at]! * BRIGHTNESS,
      data[at + 1]! * BRIGHTNESS,
      data[at + 2]! * BRIGHTNESS,
      alpha[pixel]! * (1 - inFront) * stands,
    );
  }
}
