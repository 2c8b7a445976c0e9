import { expect, it } from 'vitest';
import { borrowFloats, giveBackFloats } from './borrowed-floats.ts';

it('lends what was given back to the next who asks for no more', () => {
  const first = borrowFloats(100);
  giveBackFloats(first);
  expect(borrowFloats(80)).toBe(first);
});

it('never lends the same floats twice at a time', () => {
  const [first, second] = [borrowFloats(10), borrowFloats(10)];
  expect(second).not.toBe(first);
  giveBackFloats(first);
  giveBackFloats(second);
  const [third, fourth] = [borrowFloats(10), borrowFloats(10)];
  expect(third).not.toBe(fourth);
});

it('has enough for everybody', () => {
  giveBackFloats(new Float32Array(4));
  expect(borrowFloats(1_000).length).toBeGreaterThanOrEqual(1_000);
});

it('does not keep what a large photo needed', () => {
  const large = borrowFloats(5_000_000);
  giveBackFloats(large);
  expect(borrowFloats(5_000_000) === large).toBe(false);
});
