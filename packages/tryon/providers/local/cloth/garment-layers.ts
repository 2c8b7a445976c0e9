import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { PICTURE_SIDES, type PictureSide } from '../../../stages/warp/body/body-side.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment, WarpedPart } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { Overlay } from '../overlay.ts';
import { paint, reveal } from '../overlay.ts';
import { isSkin } from '../part-mask.ts';

/** Cloth on a body is lit a little less than cloth lying flat before the camera. */
const WORN_BRIGHTNESS = 0.97;
/**
 * How dark cloth gets where it turns away at its edge (plain tops in photos: by 2 to 6 %), and how
 * wide that is in shoulder widths.
 */
const EDGE_BRIGHTNESS = 0.955;
const EDGE_WIDTH = 0.025;
/** How dark the torso gets beside a sleeve that hangs before it, and how far, in shoulder widths. */
const SLEEVE_SHADOW = 0.3;
const SLEEVE_SHADOW_WIDTH = 0.03;
/** From here to there along the arm a sleeve stands clear of the torso. */
const CLEAR = [0.15, 0.4] as const;

/** Darkens a shading where the garment turns away at its edges. Changes `shade` in place. */
export function shadeEdges(shade: Plane, cover: Plane, shoulderWidth: number): void {
  const edge = gaussianBlur(cover, shoulderWidth * EDGE_WIDTH).data;
  for (let pixel = 0; pixel < edge.length; pixel++) {
    const turned = clamp((edge[pixel]! - 0.45) / 0.5, 0, 1);
    shade.data[pixel]! *= mix(EDGE_BRIGHTNESS, 1, turned);
  }
}

/** Lays one part of the garment over everything so far, with the photo's light on it. */
export function paintPart(overlay: Overlay, part: WarpedPart, shade: Plane, hidden: Plane): void {
  const { colour, alpha, sheer } = part;
  for (let pixel = 0; pixel < alpha.data.length; pixel++) {
    let opacity = alpha.data[pixel]!;
    if (opacity <= 0) continue;
    opacity *= 1 - hidden.data[pixel]!;
    if (sheer !== undefined) opacity *= sheer.data[pixel]!;
    if (opacity <= 0) continue;
    const light = shade.data[pixel]! * WORN_BRIGHTNESS;
    const at = pixel * 3;
    paint(
      overlay,
      pixel,
      colour.data[at]! * light,
      colour.data[at + 1]! * light,
      colour.data[at + 2]! * light,
      opacity,
    );
  }
}

/** What lies over each sleeve, 0 to 1; null = there is no sleeve. */
export type OverSleeves = { readonly [Side in PictureSide]: Plane | null };

/** A shading with the sleeves' shadows on the torso, where they stand clear of it and before it. */
export function shadeBesideSleeves(
  shade: Plane,
  garment: WarpedGarment,
  limbs: LimbCapsules,
  over: OverSleeves,
  shoulderWidth: number,
): Plane {
  const { width, height, data } = shade;
  const clear = new Float32Array(data.length);
  for (const side of PICTURE_SIDES) {
    const sleeve = garment.sleeves[side];
    if (sleeve === null) continue;
    const before = over[side];
    for (let pixel = 0; pixel < clear.length; pixel++) {
      if (sleeve.alpha.data[pixel]! <= 0) continue;
      const opacity = sleeve.alpha.data[pixel]! * (1 - (before?.data[pixel] ?? 0));
      const stands = opacity * smoothStep(CLEAR[0], CLEAR[1], limbs.along[pixel]!);
      if (stands > clear[pixel]!) clear[pixel] = stands;
    }
  }
  const plane = { width, height, data: clear };
  const shadow = gaussianBlur(plane, shoulderWidth * SLEEVE_SHADOW_WIDTH, plane).data;
  for (let pixel = 0; pixel < shadow.length; pixel++) {
    shadow[pixel] = data[pixel]! * (1 - SLEEVE_SHADOW * shadow[pixel]!);
  }
  return { width, height, data: shadow };
}

/** Brings the face above the chin back to the front. */
export function revealFace(overlay: Overlay, person: PersonAnalysis): void {
  const { width, height } = person.picture;
  const { regions, parts, chin, faceUp, faceRadius } = person;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (overlay.coverage[pixel] === 0 && overlay.gain[pixel] === 1) continue;
      if (!isSkin(parts.data[pixel]!)) continue;
      const dx = x - chin.x;
      const dy = y - chin.y;
      const aboveChin = dx * faceUp.x + dy * faceUp.y > 0;
      if (aboveChin && Math.hypot(dx, dy) < faceRadius * 3) {
        reveal(overlay, pixel, regions.skin.data[pixel]!);
      }
    }
  }
}
