import { expect, it } from 'vitest';
import { jointShare } from './joint-share.ts';

it('adds shares up to the whole', () => {
  const [some, others] = [Float32Array.of(0, 0.25, 0.75, 1), Float32Array.of(0, 0.5, 0.5, 1)];
  expect(jointShare(some, others)).toEqual(Float32Array.of(0, 0.75, 1, 1));
});
