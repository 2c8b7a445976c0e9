import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Fit } from '../../stages/warp/fit.ts';
import { clamp, mix } from '../../stages/warp/scalar.ts';
import type { WarpedGarment, WarpedPart } from '../../stages/warp/warped-garment.ts';
import type { ClothLevels } from './behind-cloth.ts';
import { BEHIND } from './behind-cloth.ts';
import { isSkin, makeCleanPlate } from './clean-plate.ts';
import { castContactShadow } from './contact-shadow.ts';
import { garmentCoverage } from './coverage.ts';
import { createGrain, measureGrain } from './grain.ts';
import { drawLimbCapsules } from './limb-capsules.ts';
import { armsInFront } from './occlusion.ts';
import type { Overlay } from './overlay.ts';
import { createOverlay, paint, reveal } from './overlay.ts';
import { createSeededRandom } from './seeded-random.ts';
import { measureShading } from './shading.ts';
import { drawTrunk } from './trunk-mask.ts';
import { cutAtWaistband } from './tuck.ts';

/** The inside of the collar lies in the neck's shadow. */
const INNER_COLLAR_BRIGHTNESS = 0.72;
/** How dark cloth gets where it turns away at its edge, and how wide that is in shoulder widths. */
const EDGE_BRIGHTNESS = 0.8;
const EDGE_WIDTH = 0.035;

function levelsOf(person: PersonAnalysis, fit: Fit): ClothLevels {
  const { torsoLength } = person.frame;
  const { top, waistband } = fit.oldHem;
  const isDress = top !== null && top > 1.6 * torsoLength;
  const seen = waistband !== null && waistband < 1.15 * torsoLength;
  return {
    lowerFrom: seen ? waistband : Math.min(0.9 * torsoLength, fit.hem.hem),
    keepBelow: isDress ? fit.hem.hem : Number.POSITIVE_INFINITY,
  };
}

/** Lays one part of the garment over everything so far, with the photo's light on it. */
function paintPart(
  overlay: Overlay,
  part: WarpedPart,
  shade: Plane,
  shoulderWidth: number,
  hidden: Plane | null,
): void {
  const { colour, alpha } = part;
  const edge = gaussianBlur(alpha, shoulderWidth * EDGE_WIDTH).data;
  for (let pixel = 0; pixel < alpha.data.length; pixel++) {
    let opacity = alpha.data[pixel]!;
    if (opacity <= 0) continue;
    if (hidden !== null) opacity *= 1 - hidden.data[pixel]!;
    if (opacity <= 0) continue;
    const turned = clamp((edge[pixel]! - 0.45) / 0.5, 0, 1);
    const light = shade.data[pixel]! * mix(EDGE_BRIGHTNESS, 1, turned);
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

/** Brings hair and the face above the chin back to the front. */
function revealHead(overlay: Overlay, person: PersonAnalysis): void {
  const { width, height } = person.picture;
  const { regions, parts, chin, faceUp, faceRadius } = person;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (overlay.coverage[pixel] === 0 && overlay.gain[pixel] === 1) continue;
      const hair = regions.hair.data[pixel]!;
      if (hair > 0.02) reveal(overlay, pixel, hair);
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

/**
 * Dresses the person: takes the old top off, then lays background, body, inner collar, torso,
 * sleeves, hair and face over each other in that order; arms and hands stay in front of the torso.
 */
export function composeTryOn(
  person: PersonAnalysis,
  garment: WarpedGarment,
  fit: Fit,
  seed: number,
  signal: AbortSignal,
): Overlay {
  const { width, height } = person.picture;
  const unit = person.frame.shoulderWidth;
  const random = createSeededRandom(seed);
  const shade = measureShading(person);
  signal.throwIfAborted();
  const limbs = drawLimbCapsules(person);
  const trunk = drawTrunk(person);
  const plate = makeCleanPlate(person, limbs, trunk, levelsOf(person, fit), shade);
  signal.throwIfAborted();
  if (fit.hem.tuckedAt !== null) cutAtWaistband(garment.torso.alpha, person, fit.hem.tuckedAt);
  const cover = garmentCoverage(garment);

  const overlay = createOverlay(person.picture);
  const deviation = measureGrain(person.picture, {
    width,
    height,
    data: plate.kinds.data.map((kind) => (kind === BEHIND.untouched ? 255 : 0)),
  });
  const grain = createGrain(width, height, deviation, random).data;
  for (let pixel = 0; pixel < grain.length; pixel++) {
    const removed = plate.removed.data[pixel]!;
    if (removed <= 0) continue;
    const at = pixel * 3;
    const noise = grain[pixel]!;
    const { data } = plate.colour;
    paint(overlay, pixel, data[at]! + noise, data[at + 1]! + noise, data[at + 2]! + noise, removed);
  }
  castContactShadow(overlay, person, cover);

  const collar = garment.innerCollar.data;
  for (let pixel = 0; pixel < collar.length; pixel++) {
    if (collar[pixel]! <= 0 || plate.kinds.data[pixel] === BEHIND.trunk) continue;
    const inFront = Math.max(person.regions.skin.data[pixel]!, person.regions.hair.data[pixel]!);
    const at = pixel * 3;
    const { data } = garment.torso.colour;
    paint(
      overlay,
      pixel,
      data[at]! * INNER_COLLAR_BRIGHTNESS,
      data[at + 1]! * INNER_COLLAR_BRIGHTNESS,
      data[at + 2]! * INNER_COLLAR_BRIGHTNESS,
      collar[pixel]! * (1 - inFront),
    );
  }
  const arms = armsInFront(person, limbs, plate, fit.sleeveReach);
  paintPart(overlay, garment.torso, shade, unit, arms);
  for (const sleeve of [garment.sleeves.left, garment.sleeves.right]) {
    if (sleeve !== null) paintPart(overlay, sleeve, shade, unit, null);
  }
  signal.throwIfAborted();
  revealHead(overlay, person);
  return overlay;
}
