import { labToRgbColour } from '@proteus/raster/lab-to-rgb.ts';
import { skinInLight } from './skin-line.ts';
import type { LabColour } from './skin-reference.ts';

const STEPS = 256;
const DARKEST = 0.4;
const BRIGHTEST = 1.3;

/** sRGB of one skin tone at many brightnesses, so that no colour is converted per pixel. */
export interface SkinRamp {
  /** r, g, b per step. */
  readonly colours: Uint8Array;
  /** What one step of a* more changes at the tone: red, green, blue. */
  readonly redder: readonly [red: number, green: number, blue: number];
}

/** Half the steps of a* over which that is measured. */
const RED_STEP = 6;

/** So many steps of L* below the brightest skin, light begins to add less; it ends this far above. */
const SHOULDER = 4;
const ABOVE = 1;

/** Lightness as a photo renders it, whose brightest skin is `brightest`. */
function render(lightness: number, brightest: number): number {
  const over = lightness - (brightest - SHOULDER);
  const room = SHOULDER + ABOVE;
  return over <= 0 ? lightness : lightness - over + room * (1 - Math.exp(-over / room));
}

/**
 * Draws up a skin tone from deep shade to shine.
 *
 * @param brightest how light skin gets in this photo, L*; no less than the tone.
 */
export function createSkinRamp(tone: LabColour, brightest = 100): SkinRamp {
  const most = Math.max(brightest, tone[0]);
  const colours = new Uint8Array(STEPS * 3);
  for (let step = 0; step < STEPS; step++) {
    const brightness = DARKEST + ((BRIGHTEST - DARKEST) * step) / (STEPS - 1);
    const colour = skinInLight(tone, render(Math.min(100, tone[0] * brightness), most));
    colours.set(labToRgbColour(...colour), step * 3);
  }
  const [lightness, a, b] = tone;
  const redder = labToRgbColour(lightness, a + RED_STEP, b);
  const paler = labToRgbColour(lightness, a - RED_STEP, b);
  const per = (channel: 0 | 1 | 2) => (redder[channel] - paler[channel]) / (2 * RED_STEP);
  return { colours, redder: [per(0), per(1), per(2)] };
}

/** Where a brightness (1 = the tone itself) stands in a ramp's `colours`. */
export function rampOffset(brightness: number): number {
  const step = Math.round(((brightness - DARKEST) / (BRIGHTEST - DARKEST)) * (STEPS - 1));
  return (step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step) * 3;
}
