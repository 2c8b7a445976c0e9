import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';
import type { Capsules } from '../body/capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { readFading, spreadDifference } from '../skin/skin-difference.ts';
import { brightnessOf, measureSkinLight } from '../skin/skin-light.ts';
import { createMottle } from '../skin/skin-mottle.ts';
import { createSkinRamp, rampOffset } from '../skin/skin-ramp.ts';
import { type LabColour, litColour, measureSkin } from '../skin/skin-reference.ts';
import { findKnownLegs } from './known-legs.ts';
import { isBareLeg } from './leg-capsules.ts';
import { legRelief } from './leg-relief.ts';

/** What visible skin has over what would be drawn there is carried this far, in shoulder widths ... */
const KINSHIP = 0.45;
/** ... and by this share all over the leg. */
const KIN = 0.35;
const BESIDE = 0.06;
/** Legs are hardly ever lighter than the arms they are guessed from. */
const UNSEEN_BRIGHTNESS = 0.97;
/** The old cloth's folds tell of the leg under them, by this share. */
const FOLDS = 0.2;

/**
 * Tones of the legs at the picture's left and right: their own, or as the arms let guess.
 *
 * @param known where legs are seen clearly.
 */
function measureLegTones(person: NearbyPerson, known: Mask): readonly [LabColour, LabColour] {
  const data = person.parts.data.map((part, pixel) => (known.data[pixel] === 0 ? 0 : part));
  const clear = { ...person, parts: { ...person.parts, data } };
  const left = litColour(clear, [PART['right-leg']]);
  const right = litColour(clear, [PART['left-leg']]);
  const seen = left ?? right;
  if (seen !== null) return [left ?? seen, right ?? seen];
  const [one, two] = measureSkin(person).arms;
  const guess = [
    ((one[0] + two[0]) / 2) * UNSEEN_BRIGHTNESS,
    (one[1] + two[1]) / 2,
    (one[2] + two[2]) / 2,
  ] as const;
  return [guess, guess];
}

/**
 * Draws bare legs where cloth was taken away: the visible legs' tone, or that of the arms, round
 * under the photo's light, with knee and shin, meeting visible skin without a step.
 *
 * @param share how much of each pixel is leg; drawn wherever it is above 0.
 * @param knee where the knees lie along the legs, at the picture's left and right.
 * @param folds brightness of the old cloth's shading, around 1.
 */
export function drawLegSkin(
  person: NearbyPerson,
  legs: Capsules,
  share: Float32Array,
  knee: readonly [number, number],
  folds: Plane,
): RgbImage {
  const { picture, frame } = person;
  const { width, height } = picture;
  const known = findKnownLegs(person, legs);
  const ramps = measureLegTones(person, known).map((tone) => createSkinRamp(tone));
  const light = measureSkinLight(person, legs, known, isBareLeg);
  const mottle = createMottle(width, height, frame.shoulderWidth);
  const drawn: RgbImage = { width, height, data: picture.data.slice() };
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    const isSeen = known.data[pixel] !== 0;
    if (!isSeen && share[pixel]! <= 0) continue;
    const side = legs.side[pixel]!;
    const round = brightnessOf(
      light,
      legs.facingX[pixel]!,
      legs.facingY[pixel]!,
      legs.inward[pixel]!,
    );
    const relief = legRelief(legs.along[pixel]!, legs.inward[pixel]!, knee[side]!);
    const fold = isSeen ? 1 : mix(1, folds.data[pixel]!, FOLDS);
    const offset = rampOffset(round * relief * fold * mottle.brightness.data[pixel]!);
    const { colours, redder } = ramps[side]!;
    const red = mottle.redness.data[pixel]!;
    for (let channel = 0; channel < 3; channel++) {
      const value = colours[offset + channel]! + red * redder[channel]!;
      drawn.data[pixel * 3 + channel] = clamp(value + 0.5, 0, 255);
    }
  }
  const seen = spreadDifference(picture, drawn, known, frame.shoulderWidth);
  if (seen === null) return drawn;
  const beside = BESIDE * frame.shoulderWidth;
  const reach = KINSHIP * frame.shoulderWidth;
  const more = new Float32Array(4);
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (share[pixel]! <= 0) continue;
    const x = pixel % width;
    const weight = readFading(seen, x, (pixel - x) / width, beside, reach, KIN, more);
    for (let channel = 0; channel < 3; channel++) {
      const at = pixel * 3 + channel;
      drawn.data[at] = clamp(Math.round(drawn.data[at]! + more[channel]! * weight), 0, 255);
    }
  }
  return drawn;
}
