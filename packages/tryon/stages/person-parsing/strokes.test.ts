import type { Stroke } from '@proteus/contracts/jobs/corrections.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import { analysePerson } from './analyse-person.ts';
import { paintStrokes } from './regions/paint-strokes.ts';
import { SKIN, UPPER } from './regions/region-priors.ts';
import { flatFigure } from './testing/flat-figure.ts';

const SIZE = { width: 192, height: 256 };

/** A stroke through places in pixels of the figure. */
function stroke(part: Stroke['part'], radius: number, ...places: [number, number][]): Stroke {
  return {
    part,
    radius: radius / SIZE.width,
    points: places.map(([x, y]) => ({ x: (x + 0.5) / SIZE.width, y: (y + 0.5) / SIZE.height })),
  };
}

const at = (x: number, y: number) => y * SIZE.width + x;

describe('paintStrokes', () => {
  it('paints round ends and straight pieces, later strokes over earlier ones', () => {
    const painted = paintStrokes(
      [stroke('upper-clothes', 4, [20, 30], [60, 30]), stroke('skin', 4, [60, 30])],
      SIZE,
    )!;
    expect(painted.data[at(40, 33)]).toBe(UPPER + 1);
    expect(painted.data[at(40, 35)]).toBe(0);
    expect(painted.data[at(17, 30)]).toBe(UPPER + 1);
    expect(painted.data[at(17, 33)]).toBe(0);
    expect(painted.data[at(60, 30)]).toBe(SKIN + 1);
  });

  it('leaves a mark, however fine the brush', () => {
    const painted = paintStrokes([stroke('hair', 0.1, [50.5, 50.5])], SIZE)!;
    expect(painted.data.some((value) => value > 0)).toBe(true);
  });

  it('is nothing without strokes', () => {
    expect(paintStrokes([], SIZE)).toBeNull();
  });
});

describe('analysePerson with brush strokes', () => {
  it('believes the brush exactly, on the person and off it', () => {
    const { picture, pose } = flatFigure();
    const {
      parts,
      regions,
      pose: corrected,
    } = analysePerson(picture, pose, () => {}, [
      stroke('background', 3, [96, 90]),
      stroke('upper-clothes', 3, [20, 40], [20, 60]),
      stroke('skin', 3, [96, 120]),
    ]);
    expect(regions.background.data[at(96, 90)]).toBe(1);
    expect(corrected.personMask.data[at(96, 90)]).toBe(0);
    expect(parts.data[at(96, 90)]).toBe(PART.background);
    expect(parts.data[at(20, 50)]).toBe(PART['upper-clothes']);
    expect(regions.upper.data[at(20, 50)]).toBe(1);
    expect(parts.data[at(96, 120)]).toBe(PART['torso-skin']);
    expect(regions.skin.data[at(96, 123)]).toBe(1);
    expect(regions.upper.data[at(96, 126)]).toBeGreaterThan(0.9);
  });

  it('spreads over what has the colour of the stroke, and no farther', () => {
    const { picture, pose } = flatFigure();
    const data = picture.data.slice();
    const person = pose.personMask.data.slice();
    for (let y = 150; y < 172; y++) {
      for (let x = 128; x < 150; x++) {
        data.set([40, 200, 90], at(x, y) * 3);
        person[at(x, y)] = 1;
      }
    }
    const bag = {
      picture: { ...picture, data },
      pose: { ...pose, personMask: { ...SIZE, data: person } },
    };
    const before = analysePerson(bag.picture, bag.pose, () => {});
    const after = analysePerson(bag.picture, bag.pose, () => {}, [
      stroke('background', 4, [136, 160], [142, 162]),
    ]);
    expect(before.parts.data[at(146, 168)]).not.toBe(PART.background);
    expect(after.parts.data[at(146, 168)]).toBe(PART.background);
    expect(after.parts.data[at(131, 153)]).toBe(PART.background);
    expect(after.parts.data[at(115, 160)]).toBe(PART['lower-clothes']);
  });
});
