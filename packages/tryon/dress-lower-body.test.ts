import { PART } from '@proteus/contracts/person-parts.ts';
import { pasteRgb } from '@proteus/raster/paste-rgb.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE, type SamplePerson } from '@proteus/samples/people.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { dressLowerBody } from './dress-lower-body.ts';
import type { Dressing } from './dressing.ts';
import type { LowerBodyGarment } from './garment-analysis.ts';
import { applyOverlay } from './providers/local/overlay.ts';
import { createStageClock } from './stage-clock.ts';
import { analyseGarment } from './stages/garment/analyse-garment.ts';
import { analysePerson } from './stages/person-parsing/analyse-person.ts';
import { usualVariation } from './variation.ts';

const SIZE = { width: 288, height: 384 };
const { signal } = new AbortController();

function trousers(): LowerBodyGarment {
  const { picture } = renderGarment(
    SAMPLE_GARMENTS.find(({ name }) => name === 'trousers-olive')!,
    SIZE,
  );
  const garment = analyseGarment(picture, 'lower', SIZE, () => {});
  if (garment.category !== 'lower') throw new Error('not taken for trousers');
  return garment;
}

function analyse({ picture, parts, landmarks }: SamplePerson) {
  const inside = Float32Array.from(parts.data, (part) => (part === PART.background ? 0 : 1));
  const pose = {
    landmarks: landmarks.map(({ x, y }) => ({ x, y, z: 0, visibility: 0.95, presence: 1 })),
    score: 0.99,
    personMask: { ...SIZE, data: inside },
  };
  return analysePerson(picture, pose, () => {});
}

/** Trousers, shorts and a skirt, two of them seen down to the shoes. */
const STANDING = SAMPLE_PEOPLE.filter(({ name }) => ['samuel', 'omar', 'mei'].includes(name));

describe.each(STANDING.map((spec) => [spec.name, spec] as const))('trousers on %s', (_, spec) => {
  let person: SamplePerson;
  let dressing: Dressing;
  let result: Uint8Array;

  beforeAll(() => {
    person = renderPerson(spec, SIZE);
    const options = { seed: 3, variation: usualVariation('auto'), wantsGeometry: false };
    const clock = createStageClock(() => {});
    dressing = dressLowerBody(analyse(person), trousers(), options, clock, signal);
    const composed = applyOverlay(dressing.person.picture, dressing.overlay);
    result = pasteRgb(person.picture, composed, dressing.window).data;
  });

  const changedShare = (wanted: (part: number) => boolean): number => {
    let changed = 0;
    let total = 0;
    for (let pixel = 0; pixel < person.parts.data.length; pixel++) {
      if (!wanted(person.parts.data[pixel]!)) continue;
      total++;
      for (let channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
        if (result[channel] === person.picture.data[channel]) continue;
        changed++;
        break;
      }
    }
    return changed / total;
  };

  it('replaces the old lower clothes', () => {
    expect(changedShare((part) => part === PART['lower-clothes'])).toBeGreaterThan(0.95);
  });

  it('leaves face and hair as they are, and the top but for the waist', () => {
    expect(changedShare((part) => part === PART.face || part === PART.hair)).toBe(0);
    expect(changedShare((part) => part === PART['upper-clothes'])).toBeLessThan(0.12);
  });

  it('folds no cloth over', () => {
    expect(dressing.distortion.folded).toBeLessThan(0.01);
  });
});
