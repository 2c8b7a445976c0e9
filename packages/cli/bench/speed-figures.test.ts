import { expect, it } from 'vitest';
import { speedFigures } from './speed-figures.ts';

const MEGABYTE = 2 ** 20;
const job = (warp: number) => ({ decode: 5, pose: 20, warp, encode: 5, total: 30 + warp });

it('tells first, warm and remembered jobs apart, and compares with the floor', () => {
  const fresh = {
    startMs: 50,
    jobs: [job(500)],
    residentAfter: [100 * MEGABYTE],
    peakBytes: 310 * MEGABYTE,
  };
  const rehearsed = {
    startMs: 900,
    jobs: [job(90), job(75), job(70), job(60), job(65)],
    residentAfter: [100, 200, 220, 240, 230].map((size) => size * MEGABYTE),
    peakBytes: 300 * MEGABYTE,
  };
  const cached = { ...rehearsed, jobs: [job(400), job(10)], peakBytes: 320 * MEGABYTE };
  expect(speedFigures(fresh, rehearsed, cached)).toEqual({
    startMs: 50,
    first: job(500),
    warm: job(70),
    cached: job(10),
    timesFloor: 100 / 25,
    peakMegabytes: 320,
    growthMegabytes: 30,
    jobCount: 5,
  });
});
