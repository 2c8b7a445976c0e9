import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { describe, expect, it } from 'vitest';
import { analyseGarment } from './analyse-garment.ts';

const SIZE = { width: 432, height: 576 };
/** In parts of the height; sleeves lie against the torso below the armpit. */
const TOLERANCE = { collar: 0.055, tip: 0.03, armpit: 0.07, hem: 0.05 } as const;
const signal = new AbortController().signal;

const UPPER = SAMPLE_GARMENTS.filter(({ shape }) => !['dress', 'trousers'].includes(shape.kind));

describe.each(UPPER.map((spec) => [spec.name, spec] as const))(
  'the sample garment %s',
  (_, spec) => {
    const { picture, mask, landmarks } = renderGarment(spec, SIZE);
    const garment = analyseGarment(picture, 'auto', SIZE, signal);
    if (garment.category === 'lower') throw new Error('taken for a lower garment');

    it('is told from its backdrop', () => {
      let both = 0;
      let either = 0;
      for (let i = 0; i < mask.data.length; i++) {
        const found = garment.alpha.data[i]! > 0.5;
        const real = mask.data[i]! > 0;
        if (found && real) both++;
        if (found || real) either++;
      }
      expect(both / either).toBeGreaterThan(0.97);
    });

    it('has its landmarks where they were drawn', () => {
      for (const side of ['left', 'right'] as const) {
        for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
          const found = garment[side][name];
          const drawn = landmarks[side][name];
          const apart = Math.hypot(found.x - drawn.x, found.y - drawn.y);
          expect(apart, `${side} ${name}`).toBeLessThan(TOLERANCE[name] * SIZE.height);
        }
      }
    });
  },
);
