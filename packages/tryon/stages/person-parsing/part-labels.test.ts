import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { BodyCoordinates } from './evidence/body-coordinates.ts';
import { partLabels } from './part-labels.ts';
import { BACKGROUND, SKIN } from './regions/region-priors.ts';

const WIDTH = 100;
const UNIT = 100;

/** One row of a body at the waist, whose left forearm lies at column 60, 0.3 units about it. */
function labelled(labels: Uint8Array): Uint8Array {
  const plane = (value: (x: number) => number) =>
    Float32Array.from({ length: WIDTH }, (_, x) => value(x));
  const far = plane(() => 9);
  const body = {
    width: WIDTH,
    height: 1,
    faceUp: plane(() => -6),
    faceAcross: plane(() => 0),
    across: plane((x) => (x - 20) / UNIT),
    down: plane(() => 0.8),
    hands: [far, far],
    upperArms: [far, far],
    forearms: [plane((x) => Math.abs(x - 60) / UNIT), far],
    legs: [far, far],
    feet: [far, far],
  } as unknown as BodyCoordinates;
  return partLabels(labels, body);
}

describe('skin near an arm', () => {
  it('is the arm’s where the arm passes through it', () => {
    const labels = new Uint8Array(WIDTH).fill(BACKGROUND);
    labels.fill(SKIN, 40, 66);
    const parts = labelled(labels);
    expect(parts[60]).toBe(PART['left-forearm']);
    expect(parts[42]).toBe(PART['left-forearm']);
  });

  it('is the trunk’s where the arm lies beyond a gap', () => {
    const labels = new Uint8Array(WIDTH).fill(BACKGROUND);
    labels.fill(SKIN, 20, 45);
    labels.fill(SKIN, 52, 66);
    const parts = labelled(labels);
    expect(parts[60]).toBe(PART['left-forearm']);
    expect(parts[42]).toBe(PART['torso-skin']);
  });
});
