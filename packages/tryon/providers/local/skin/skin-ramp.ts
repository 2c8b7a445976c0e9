import { labToRgbColour } from '@proteus/raster/lab-to-rgb.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { LabColour } from './skin-reference.ts';

const STEPS = 256;
const DARKEST = 0.4;
const BRIGHTEST = 1.3;
/** Red gained in shade and lost in shine, per step of lightness: shine is white, blood is not. */
const RED_PER_STEP = 0.15;
/** Skin this dark has no blood showing in its shade; skin this light shows all of it, in L*. */
const SHOWS_BLOOD = [42, 68] as const;
/** Dark skin loses colour in shade as fast as this power of the brightness. */
const DARK_CHROMA = 0.7;
/** No shade or shine changes the chroma by more than these steps. */
const MOST_CHANGE = 4;

/** sRGB of one skin tone at many brightnesses, so that no colour is converted per pixel. */
export interface SkinRamp {
  /** r, g, b per step. */
  readonly colours: Uint8Array;
}

/** Draws up a skin tone from deep shade to shine. */
export function createSkinRamp(tone: LabColour): SkinRamp {
  const colours = new Uint8Array(STEPS * 3);
  const blood = smoothStep(SHOWS_BLOOD[0], SHOWS_BLOOD[1], tone[0]);
  for (let step = 0; step < STEPS; step++) {
    const brightness = DARKEST + ((BRIGHTEST - DARKEST) * step) / (STEPS - 1);
    const lightness = Math.min(100, tone[0] * brightness);
    const darker = tone[0] - lightness;
    const red = clamp(darker * RED_PER_STEP, -MOST_CHANGE, MOST_CHANGE) * blood;
    // Deep shade has little colour of any kind.
    const depth = Math.min(1, brightness / 0.75);
    const chroma = mix(brightness ** DARK_CHROMA, 1, blood) * depth;
    colours.set(labToRgbColour(lightness, (tone[1] + red) * chroma, tone[2] * chroma), step * 3);
  }
  return { colours };
}

/** Where a brightness (1 = the tone itself) stands in a ramp's `colours`. */
export function rampOffset(brightness: number): number {
  const step = Math.round(((brightness - DARKEST) / (BRIGHTEST - DARKEST)) * (STEPS - 1));
  return (step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step) * 3;
}
