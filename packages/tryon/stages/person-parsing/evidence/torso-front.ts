import type { BodyCoordinates } from './body-coordinates.ts';

/** Nearer to a forearm or a hand than this, in body units, the torso is hidden. */
const HIDDEN = 0.13;

/** Whether a pixel shows the torso's front, with no arm before it. */
export function showsTorso(body: BodyCoordinates, person: Float32Array, i: number): boolean {
  return (
    person[i]! >= 0.5 &&
    Math.abs(body.across[i]!) <= 0.4 &&
    Math.min(body.forearms[0][i]!, body.forearms[1][i]!) > HIDDEN &&
    Math.min(body.hands[0][i]!, body.hands[1][i]!) > HIDDEN
  );
}
