import { colourBins } from '@proteus/raster/colour-bins.ts';
import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../../person-analysis.ts';
import { colourModel } from '../evidence/colour-model.ts';
import { BACKGROUND, LOWER, SHOES } from '../regions/region-priors.ts';
import { returnAtBottom } from './return-at-bottom.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;
const WALL = [92, 0, 0];
const DENIM = [45, -2, -12];
const STITCH = [80, 10, 40];

interface Scene {
  /** What the parse took the lower right corner of the trousers for. */
  readonly lost?: number;
  readonly alongLeg?: number;
  readonly isPlain?: boolean;
}

/** Trousers in columns 30 to 69 from row 40 down, whose corner right of column 50 below row 92 was lost. */
function labelled({ lost = BACKGROUND, alongLeg = 0.5, isPlain = true }: Scene): Uint8Array {
  const count = SIZE * SIZE;
  const labels = new Uint8Array(count).fill(BACKGROUND);
  const lab = new Float32Array(count * 3);
  const weights = REGIONS.map(() => new Float32Array(count));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isCloth = x >= 30 && x < 70 && y >= 40;
      const isLost = isCloth && x >= 50 && y >= 92;
      const colour = isLost && x === 60 ? STITCH : isCloth ? DENIM : WALL;
      lab.set(colour, at(x, y) * 3);
      labels[at(x, y)] = isLost ? lost : isCloth ? LOWER : BACKGROUND;
      weights[labels[at(x, y)]!]![at(x, y)] = 1;
    }
  }
  const image = { width: SIZE, height: SIZE, data: lab };
  const bins = colourBins(image);
  const backdropDensity = new Float32Array(count).fill(isPlain ? 1 : 0.01);
  returnAtBottom(
    labels,
    { width: SIZE, height: SIZE, bins, backdropDensity },
    { legAlong: new Float32Array(count).fill(alongLeg) },
    weights.map((weight) => colourModel(bins, weight)),
  );
  return labels;
}

describe('legs that the picture cuts off', () => {
  it('get back the corner that the person mask lost, with its seams, and nothing of the wall', () => {
    for (const lost of [BACKGROUND, SHOES]) {
      const labels = labelled({ lost });
      if (lost === BACKGROUND) expect(labels[at(60, 96)]).toBe(LOWER);
      expect(labels[at(55, 96)]).toBe(LOWER);
      expect(labels[at(67, 98)]).toBe(LOWER);
      expect(labels[at(75, 96)]).toBe(BACKGROUND);
      expect(labels[at(20, 96)]).toBe(BACKGROUND);
    }
  });

  it('are not looked for below the knees, where shoes and shadows have the colour of trousers', () => {
    expect(labelled({ lost: SHOES, alongLeg: 1.8 })[at(55, 96)]).toBe(SHOES);
    expect(labelled({ lost: BACKGROUND, alongLeg: 1.8 })[at(55, 96)]).toBe(BACKGROUND);
  });

  it('are not told from a busy backdrop', () => {
    expect(labelled({ isPlain: false })[at(55, 96)]).toBe(BACKGROUND);
  });
});
