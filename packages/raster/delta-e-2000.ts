import { createPlane } from './create-plane.ts';
import { requireSameSize } from './require-same-size.ts';
import type { LabImage, Plane } from './types.ts';

const DEGREE = Math.PI / 180;
/** Opposite hues count as half a turn however the angles were rounded. */
const HALF_TURN = Math.PI + 1e-12;
/** 25⁷ */
const CHROMA_KNEE = 6103515625;

/**
 * CIEDE2000 difference of two L*a*b* colours; about 1 is just noticeable.
 *
 * @see Sharma, Wu & Dalal 2005, "The CIEDE2000 Color-Difference Formula: Implementation Notes".
 */
export function deltaE2000(
  l1: number,
  a1: number,
  b1: number,
  l2: number,
  a2: number,
  b2: number,
): number {
  const meanChroma = (Math.sqrt(a1 * a1 + b1 * b1) + Math.sqrt(a2 * a2 + b2 * b2)) / 2;
  const stretch = 1.5 - 0.5 * chromaWeight(meanChroma);
  const c1 = Math.sqrt(a1 * stretch * (a1 * stretch) + b1 * b1);
  const c2 = Math.sqrt(a2 * stretch * (a2 * stretch) + b2 * b2);
  const h1 = hueAngle(a1 * stretch, b1);
  const h2 = hueAngle(a2 * stretch, b2);
  const grey = c1 * c2 === 0;
  let turn = grey ? 0 : h2 - h1;
  if (turn > HALF_TURN) turn -= 2 * Math.PI;
  else if (turn < -HALF_TURN) turn += 2 * Math.PI;
  // A grey has no hue: its angle is 0, and the sum of the angles is the other's.
  const hue = grey ? h1 + h2 : h1 + turn / 2;

  const lightness = l2 - l1;
  const chroma = c2 - c1;
  const hueLength = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2);
  const l = ((l1 + l2) / 2 - 50) ** 2;
  const c = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(hue - 30 * DEGREE) +
    0.24 * Math.cos(2 * hue) +
    0.32 * Math.cos(3 * hue + 6 * DEGREE) -
    0.2 * Math.cos(4 * hue - 63 * DEGREE);
  const byLightness = lightness / (1 + (0.015 * l) / Math.sqrt(20 + l));
  const byChroma = chroma / (1 + 0.045 * c);
  const byHue = hueLength / (1 + 0.015 * c * t);
  const degrees = (hue / DEGREE + 360) % 360;
  const rotation =
    -2 * chromaWeight(c) * Math.sin(60 * DEGREE * Math.exp(-(((degrees - 275) / 25) ** 2)));
  return Math.sqrt(
    byLightness * byLightness + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue,
  );
}

/**
 * CIEDE2000 difference of two pictures, pixel by pixel.
 *
 * @throws {RangeError} when the sizes differ.
 */
export function deltaE2000Map(first: LabImage, second: LabImage): Plane {
  requireSameSize(first, second);
  const map = createPlane(first.width, first.height);
  const a = first.data;
  const b = second.data;
  for (let i = 0, at = 0; i < map.data.length; i++, at += 3) {
    map.data[i] = deltaE2000(a[at]!, a[at + 1]!, a[at + 2]!, b[at]!, b[at + 1]!, b[at + 2]!);
  }
  return map;
}

/** Hue in radians, 0 to 2π. */
function hueAngle(a: number, b: number): number {
  const angle = Math.atan2(b, a);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** √(C⁷ / (C⁷ + 25⁷)) */
function chromaWeight(chroma: number): number {
  const seventh = chroma ** 7;
  return Math.sqrt(seventh / (seventh + CHROMA_KNEE));
}
