import { expect, it } from 'vitest';
import { speedFigures } from './speed-figures.ts';

const MEGABYTE = 2 ** 20;
const job = (warp: number) => ({ decode: 5, pose: 20, warp, encode: 5, total: 30 + warp });

it('tells first, later and remembered jobs apart, and compares with the floor', () => {
  const plain = {
    startMs: 50,
    jobs: [job(500), job(90), job(70), job(60)],
    residentAfter: [100, 200, 240, 230].map((size) => size * MEGABYTE),
    peakBytes: 300 * MEGABYTE,
  };
  const cached = { ...plain, jobs: [job(400), job(10)], peakBytes: 320 * MEGABYTE };
  expect(speedFigures(plain, cached)).toEqual({
    startMs: 50,
    first: job(500),
    later: job(70),
    cached: job(10),
    timesFloor: 100 / 30,
    peakMegabytes: 320,
    growthMegabytes: 30,
    jobCount: 4,
  });
});
