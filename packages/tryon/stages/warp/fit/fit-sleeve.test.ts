import { beforeAll, describe, expect, it } from 'vitest';
import { GARMENT_PART, type UpperBodyGarment } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { analyseGarment } from '../../garment/analyse-garment.ts';
import { drawMask, drawPicture, OUTLINES } from '../../garment/synthetic-garments.ts';
import { analysePerson } from '../../person-parsing/analyse-person.ts';
import { flatFigure } from '../../person-parsing/testing/flat-figure.ts';
import { armAt } from '../body/body-side.ts';
import { acrossFrame, belowShoulders } from '../body/frame-coordinates.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { fitGarment } from './fit-garment.ts';

const SIZE = { width: 240, height: 320 };

function garmentOf(name: keyof typeof OUTLINES, zoom = 1): UpperBodyGarment {
  const size = { width: SIZE.width * zoom, height: SIZE.height * zoom };
  const place = { middle: 120 * zoom, top: 50 * zoom, scale: 150 * zoom };
  const mask = drawMask(OUTLINES[name], size, place);
  const picture = drawPicture(mask, [30, 40, 90], [245, 245, 245]);
  return analyseGarment(picture, 'upper', size, () => {}) as UpperBodyGarment;
}

describe('fitting a sleeve', () => {
  let person: PersonAnalysis;
  /** The right sleeve's targets by the side of the bone that they lie on, in shoulder widths. */
  const edgesOf = (name: keyof typeof OUTLINES) => {
    const fit = fitGarment(garmentOf(name), person);
    const { shoulder, elbow, upperLength } = armAt(person.pose, 'right');
    const normal = {
      x: (elbow.y - shoulder.y) / upperLength,
      y: -(elbow.x - shoulder.x) / upperLength,
    };
    const held = fit.constraints
      .filter(({ part }) => part === GARMENT_PART.rightSleeve)
      .filter(({ target }) => belowShoulders(person.frame, target.x, target.y) > 6);
    const offset = ({ target }: Constraint) =>
      ((target.x - shoulder.x) * normal.x + (target.y - shoulder.y) * normal.y) /
      person.frame.shoulderWidth;
    const outer = held.map(offset).filter((distance) => distance > 0);
    return { fit, held, outer, inner: held.filter((constraint) => offset(constraint) < 0) };
  };

  beforeAll(() => {
    const { picture, pose } = flatFigure({ sleeve: 0.6, hem: 134 });
    person = analysePerson(picture, pose, () => {});
  });

  it('lets a tee stand off the arm at its cuff rather than close around it', () => {
    const { outer } = edgesOf('tee');
    expect(outer.length).toBeGreaterThan(3);
    expect(outer.at(-1)).toBeGreaterThanOrEqual(outer[0]! - 1e-6);
  });

  it("holds the cuff's inner corner of a tee, no further in than the armpit", () => {
    const { fit, inner } = edgesOf('tee');
    expect(inner.length).toBeGreaterThan(0);
    const armpits = fit.constraints.filter(({ weight }) => weight === 20);
    const armpit = Math.max(
      ...armpits.map(({ target }) => acrossFrame(person.frame, target.x, target.y)),
    );
    for (const { target } of inner) {
      expect(acrossFrame(person.frame, target.x, target.y)).toBeGreaterThan(armpit - 0.06);
    }
  });

  it('brings a long sleeve over the wrist, and a tee not to the elbow', () => {
    expect(edgesOf('longSleeve').fit.sleeveReach.right).toBeGreaterThan(1);
    expect(edgesOf('tee').fit.sleeveReach.right).toBeLessThan(0.5);
  });

  it('gets by with a sleeve of which slices are empty, as landmarks by hand may leave it', () => {
    const garment = garmentOf('tee');
    const emptyFrom = (first: number) => {
      const sleeve = garment.right.sleeve!;
      const slices = sleeve.slices.map((slice, i) =>
        i >= first ? { low: Number.NaN, high: Number.NaN } : slice,
      );
      return { ...garment, right: { ...garment.right, sleeve: { ...sleeve, slices } } };
    };
    for (const first of [0, 3]) {
      for (const { source, target } of fitGarment(emptyFrom(first), person).constraints) {
        expect([source.x, source.y, target.x, target.y].every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('holds a long sleeve that lies in a gentle bend down to its cuff, but not an oblique cuff', () => {
    const garment = garmentOf('longSleeve', 3);
    const sleeve = garment.right.sleeve!;
    const step = sleeve.length / sleeve.slices.length;
    const from = Math.ceil(sleeve.slices.length * 0.8);
    /** The last slices turn away from the others' course, by so much of a slice's length each. */
    const cuffHeld = (turn: number) => {
      const slices = sleeve.slices.map(({ low, high }, i) => {
        const away = Math.max(0, i - from + 1) * turn * step;
        return { low: low - away, high: high - away };
      });
      const bent = { ...garment, right: { ...garment.right, sleeve: { ...sleeve, slices } } };
      const along = fitGarment(bent, person)
        .constraints.filter(({ part }) => part === GARMENT_PART.rightSleeve)
        .map(
          ({ source }) =>
            (source.x - sleeve.origin.x) * sleeve.axis.x +
            (source.y - sleeve.origin.y) * sleeve.axis.y,
        );
      return Math.max(...along) / sleeve.length;
    };
    expect(cuffHeld(0.12)).toBeGreaterThan(0.93);
    expect(cuffHeld(1)).toBeLessThan(0.85);
  });
});
