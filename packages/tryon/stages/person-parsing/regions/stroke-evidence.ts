import { createPlane } from '@proteus/raster/create-plane.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { REGIONS } from '../../../person-analysis.ts';

/** Cost of every other region under a brush: more than any evidence. */
const FORBIDDEN = 1000;
/** How far, in body units, a stroke speaks for pixels of its colour. */
const REACH = 0.2;
/** What it says to those beside it, in nats. */
const SAY = 14;
/** Share of painted pixels around from which on a stroke has its full say. */
const FULL_SHARE = 0.12;
/** Difference from the painted colour at which that has fallen to 0.6. */
const ALIKE = 7;

/** Painted pixels of one region around every place: their share, and their mean colour. */
interface Surroundings {
  readonly share: Plane;
  /** Sums of L*, a* and b* over the painted pixels, blurred as `share` is. */
  readonly sums: readonly Plane[];
}

function surroundings(painted: Mask, lab: LabImage, region: number, sigma: number): Surroundings {
  const { width, height } = painted;
  const [share, ...sums] = Array.from({ length: 4 }, () => createPlane(width, height)) as [
    Plane,
    ...Plane[],
  ];
  for (let i = 0; i < painted.data.length; i++) {
    if (painted.data[i] !== region + 1) continue;
    share.data[i] = 1;
    for (let k = 0; k < 3; k++) sums[k]!.data[i] = lab.data[i * 3 + k]!;
  }
  return { share: gaussianBlur(share, sigma), sums: sums.map((sum) => gaussianBlur(sum, sigma)) };
}

/** Makes a region cheaper where strokes of it are near and the colour is theirs. */
function spread(
  costs: Float32Array,
  offset: number,
  { share, sums }: Surroundings,
  lab: LabImage,
  pixels: Uint32Array,
): void {
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const near = share.data[i]!;
    if (near < 1e-3) continue;
    let distance = 0;
    for (let channel = 0; channel < 3; channel++) {
      distance += (lab.data[i * 3 + channel]! - sums[channel]!.data[i]! / near) ** 2;
    }
    const alike = Math.exp((-0.5 * distance) / ALIKE ** 2);
    costs[offset + i]! -= SAY * Math.min(1, near / FULL_SHARE) * alike;
  }
}

/**
 * Adds what brush strokes say: certainty under the brush, and a hint to the pixels of the same
 * colour around it, so that a cut along the picture's edges takes the whole of what was dabbed on.
 *
 * @param costs of the regions, plane after plane in the order of `REGIONS`; changed in place.
 * @param painted as `paintStrokes` gives it, at the size of `lab`.
 * @param unit body unit in pixels of that size.
 * @param pixels those that may show the person.
 */
export function addStrokeEvidence(
  costs: Float32Array,
  painted: Mask,
  lab: LabImage,
  unit: number,
  pixels: Uint32Array,
): void {
  const count = painted.data.length;
  for (let region = 0; region < REGIONS.length; region++) {
    if (!painted.data.includes(region + 1)) continue;
    const around = surroundings(painted, lab, region, REACH * unit);
    spread(costs, region * count, around, lab, pixels);
  }
  for (let i = 0; i < count; i++) {
    const value = painted.data[i]!;
    if (value === 0) continue;
    for (let region = 0; region < REGIONS.length; region++) {
      costs[region * count + i] = region === value - 1 ? 0 : FORBIDDEN;
    }
  }
}
