import { expect, it } from 'vitest';
import { correctionsSchema } from './corrections.ts';
import { findCrossings } from './landmark-order.ts';

const places = {
  left_armpit: { x: 30, y: 40 },
  right_armpit: { x: 70, y: 40 },
  left_hem: { x: 30, y: 90 },
  right_hem: { x: 70, y: 90 },
};

it('landmarks in their usual order cross nothing', () => {
  expect(findCrossings(places, ['left_armpit', 'right_hem'])).toEqual([]);
});

it('a corrected landmark on the wrong side of another is named, whichever of the two it is', () => {
  const right = { ...places, left_armpit: { x: 75, y: 40 } };
  expect(findCrossings(right, ['left_armpit'])).toEqual([
    { path: 'left_armpit', message: 'must lie left of right_armpit' },
  ]);
  expect(findCrossings(right, ['right_armpit'])).toEqual([
    { path: 'right_armpit', message: 'must lie right of left_armpit' },
  ]);
});

it('what was found and not corrected is nobody’s mistake', () => {
  const odd = { ...places, left_hem: { x: 80, y: 20 } };
  expect(findCrossings(odd, [])).toEqual([]);
});

it('corrections that cross each other are refused before any photo is looked at', () => {
  const parsed = correctionsSchema.safeParse({
    garment_landmarks: { crotch: { x: 0.5, y: 0.1 }, left_waist: { x: 0.3, y: 0.2 } },
  });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'garment_landmarks.left_waist',
  ]);
});
