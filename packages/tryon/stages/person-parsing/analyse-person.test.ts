import { PART } from '@proteus/contracts/person-parts.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { intersectionOverUnion } from '@proteus/raster/intersection-over-union.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { describe, expect, it } from 'vitest';
import { type PersonAnalysis, REGIONS } from '../../person-analysis.ts';
import { analysePerson } from './analyse-person.ts';
import { LOWER, SHOES, SKIN, UPPER } from './regions/region-priors.ts';
import { type FlatFigureOptions, flatFigure } from './testing/flat-figure.ts';

/** Index of the strongest region of each pixel. */
function strongest(analysis: PersonAnalysis): Uint8Array {
  return analysis.regions.background.data.reduce((labels, _, i) => {
    let best = 0;
    REGIONS.forEach((region, k) => {
      const value = analysis.regions[region].data[i]!;
      if (value > analysis.regions[REGIONS[best]!].data[i]!) best = k;
    });
    labels[i] = best;
    return labels;
  }, new Uint8Array(analysis.regions.background.data.length));
}

function analyseFigure(options: FlatFigureOptions = {}) {
  const figure = flatFigure(options);
  const analysis = analysePerson(figure.picture, figure.pose, () => {});
  const found = strongest(analysis);
  const overlap = (label: number) =>
    intersectionOverUnion(
      { data: figure.regions.data, labels: [label] },
      { data: found, labels: [label] },
    );
  return { figure, analysis, overlap };
}

describe('analysePerson on flat figures', () => {
  it('tells trousers, bare legs and shoes apart', () => {
    for (const trouserEnd of [164, 200, 300]) {
      const { overlap } = analyseFigure({ trouserEnd });
      expect(overlap(LOWER)).toBeGreaterThan(0.94);
      expect(overlap(SHOES)).toBeGreaterThan(0.85);
      expect(overlap(SKIN)).toBeGreaterThan(0.9);
    }
  });

  it('knows bare legs below shorts that are nearly of the skin’s colour', () => {
    const { overlap } = analyseFigure({ lower: [196, 172, 152], trouserEnd: 172 });
    expect(overlap(LOWER)).toBeGreaterThan(0.85);
    expect(overlap(SKIN)).toBeGreaterThan(0.85);
  });

  it('parts a dress of nearly the skin’s colour from neck, arms and legs', () => {
    const cloth = [148, 98, 78] as const;
    const { overlap, figure, analysis } = analyseFigure({
      upper: cloth,
      lower: cloth,
      trouserEnd: 180,
      sleeve: 0,
    });
    expect(overlap(SKIN)).toBeGreaterThan(0.8);
    const found = strongest(analysis);
    const isCloth = (label: number) => label === UPPER || label === LOWER;
    const count = figure.regions.data.filter(isCloth).length;
    const kept = figure.regions.data.filter((label, i) => isCloth(label) && isCloth(found[i]!));
    expect(kept.length).toBeGreaterThan(0.95 * count);
  });

  it('finds a short-sleeved top, its hem and the bare arms', () => {
    const { overlap } = analyseFigure();
    expect(overlap(UPPER)).toBeGreaterThan(0.95);
    expect(overlap(LOWER)).toBeGreaterThan(0.95);
    expect(overlap(SKIN)).toBeGreaterThan(0.9);
  });

  it('keeps long sleeves with the top and leaves the hands to the skin', () => {
    const { figure, analysis, overlap } = analyseFigure({ sleeve: 1.9 });
    expect(overlap(UPPER)).toBeGreaterThan(0.95);
    const hand = 141 * figure.picture.width + 143;
    expect(analysis.parts.data[hand]).toBe(PART['left-hand']);
  });

  it('tells a white shirt from a pale wall', () => {
    const { overlap } = analyseFigure({ upper: [250, 250, 250], backdrop: [232, 232, 234] });
    expect(overlap(UPPER)).toBeGreaterThan(0.93);
  });

  it('divides a dress of one colour at the hips', () => {
    const { figure, analysis } = analyseFigure({
      upper: [150, 40, 60],
      lower: [150, 40, 60],
      trouserEnd: 190,
    });
    const at = (x: number, y: number) => analysis.parts.data[y * figure.picture.width + x];
    expect(at(96, 100)).toBe(PART['upper-clothes']);
    expect(at(112, 165)).toBe(PART['lower-clothes']);
    expect(at(112, 210)).toBe(PART['left-leg']);
    expect(at(80, 210)).toBe(PART['right-leg']);
  });

  it('works for dark skin as for light skin', () => {
    const { overlap } = analyseFigure({ skin: [92, 60, 44], upper: [200, 196, 60], sleeve: 0 });
    expect(overlap(SKIN)).toBeGreaterThan(0.88);
    expect(overlap(UPPER)).toBeGreaterThan(0.93);
  });

  it('gives memberships that sum to 1 at every pixel', () => {
    const { analysis } = analyseFigure();
    for (let i = 0; i < analysis.regions.skin.data.length; i += 17) {
      const sum = REGIONS.reduce((total, region) => total + analysis.regions[region].data[i]!, 0);
      expect(sum).toBeCloseTo(1, 4);
    }
  });

  it('is surer of a top in another colour than of one in the colour of the trousers', () => {
    const clear = analyseFigure().analysis.parseConfidence;
    const same = analyseFigure({ upper: [60, 62, 66] }).analysis.parseConfidence;
    expect(clear).toBeGreaterThan(same);
    expect(clear).toBeLessThanOrEqual(1);
  });

  it('gives the same answer twice', () => {
    const first = analyseFigure().analysis;
    const second = analyseFigure().analysis;
    expect(second.parts.data).toEqual(first.parts.data);
    expect(second.regions.upper.data).toEqual(first.regions.upper.data);
  });

  it('stops when it is aborted', () => {
    const { picture, pose } = flatFigure();
    expect(() => analysePerson(picture, pose, () => AbortSignal.abort().throwIfAborted())).toThrow(
      /abort/i,
    );
  });
});

describe('analysePerson on a rendered person', () => {
  it('agrees with the true part labels', () => {
    const spec = SAMPLE_PEOPLE.find(({ name }) => name === 'omar')!;
    const { picture, parts, landmarks } = renderPerson(spec, { width: 192, height: 256 });
    const person = Float32Array.from(parts.data, (part) => (part === PART.background ? 0 : 1));
    const analysis = analysePerson(
      picture,
      {
        landmarks: landmarks.map(({ x, y, visible }) => ({
          x,
          y,
          z: 0,
          visibility: visible ? 0.98 : 0.25,
          presence: 1,
        })),
        score: 1,
        personMask: gaussianBlur({ width: 192, height: 256, data: person }, 1.5),
      },
      () => {},
    );
    const overlap = (...names: (keyof typeof PART)[]) => {
      const labels = names.map((name) => PART[name]);
      return intersectionOverUnion(
        { data: parts.data, labels },
        { data: analysis.parts.data, labels },
      );
    };
    expect(overlap('upper-clothes')).toBeGreaterThan(0.95);
    expect(overlap('lower-clothes')).toBeGreaterThan(0.93);
    expect(overlap('hair', 'face')).toBeGreaterThan(0.9);
    expect(
      overlap('left-upper-arm', 'right-upper-arm', 'left-forearm', 'right-forearm'),
    ).toBeGreaterThan(0.85);
  });
});
