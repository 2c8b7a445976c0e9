import { expect, it } from 'vitest';
import { workingSize } from './working-size.ts';

it('brings the longest side to the working length but never enlarges more than twice', () => {
  expect(workingSize({ width: 3000, height: 4000 }, 1024)).toEqual({ width: 768, height: 1024 });
  expect(workingSize({ width: 800, height: 600 }, 1024)).toEqual({ width: 1024, height: 768 });
  expect(workingSize({ width: 200, height: 300 }, 1024)).toEqual({ width: 400, height: 600 });
});
