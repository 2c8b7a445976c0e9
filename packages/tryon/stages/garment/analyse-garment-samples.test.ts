import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { describe, expect, it } from 'vitest';
import { LOWER_PART } from '../../garment-analysis.ts';
import { analyseGarment } from './analyse-garment.ts';

const SIZE = { width: 432, height: 576 };
/** In parts of the height; sleeves lie against the torso below the armpit. */
const TOLERANCE = { collar: 0.055, tip: 0.03, armpit: 0.07, hem: 0.05 } as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

function expectNear(found: Place, drawn: Place, tolerance: number, name: string): void {
  const apart = Math.hypot(found.x - drawn.x, found.y - drawn.y);
  expect(apart, name).toBeLessThan(tolerance * SIZE.height);
}

describe.each(SAMPLE_GARMENTS.map((spec) => [spec.name, spec] as const))(
  'the sample garment %s',
  (_, spec) => {
    const { picture, mask, landmarks, category } = renderGarment(spec, SIZE);
    const garment = analyseGarment(picture, 'auto', SIZE, () => {});

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

    it('is of its category', () => {
      expect(garment.category).toBe(category);
      expect(garment.categoryConfidence).toBeGreaterThan(0.8);
    });

    it('has its landmarks where they were drawn', () => {
      if (garment.category === 'lower') {
        for (const side of ['left', 'right'] as const) {
          const drawn = landmarks[side];
          expectNear(garment[side].waist, drawn.collar, 0.02, `${side} waist`);
          expectNear(garment[side].hem, drawn.cuff![0], 0.02, `${side} hem`);
          expectNear(garment[side].innerHem, drawn.cuff![1], 0.02, `${side} inner hem`);
          expectNear(garment.crotch!, drawn.armpit, 0.03, 'crotch');
        }
        const { data } = garment.parts;
        expect(data.some((label) => label === LOWER_PART.leftLeg)).toBe(true);
        return;
      }
      for (const side of ['left', 'right'] as const) {
        for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
          const tolerance = TOLERANCE[name];
          expectNear(garment[side][name], landmarks[side][name], tolerance, `${side} ${name}`);
        }
      }
    });
  },
);
