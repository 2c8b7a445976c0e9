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
}

/** Draws up a skin tone from deep shade to shine. */
export function createSkinRamp(tone: LabColour): SkinRamp {
  const colours = new Uint8Array(STEPS * 3);
  for (let step = 0; step < STEPS; step++) {
    const brightness = DARKEST + ((BRIGHTEST - DARKEST) * step) / (STEPS - 1);
    const colour = skinInLight(tone, Math.min(100, tone[0] * brightness));
    colours.set(labToRgbColour(...colour), step * 3);
  }
  return { colours };
}

/** Where a brightness (1 = the tone itself) stands in a ramp's `colours`. */
export function rampOffset(brightness: number): number {
  const step = Math.round(((brightness - DARKEST) / (BRIGHTEST - DARKEST)) * (STEPS - 1));
  return (step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step) * 3;
}
