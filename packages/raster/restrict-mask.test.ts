import { expect, it } from 'vitest';
import { restrictMask } from './restrict-mask.ts';

it('keeps of a mask what lies within another, with its values', () => {
  const mask = { width: 4, height: 1, data: Uint8Array.of(0, 255, 7, 255) };
  restrictMask(mask, { width: 4, height: 1, data: Uint8Array.of(255, 1, 255, 0) });
  expect([...mask.data]).toEqual([0, 255, 7, 0]);
});
