import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Companion, shareOut } from './share-out.ts';

interface Job extends Companion {
  readonly id: number;
}
const photos = fc.record({
  personHash: fc.constantFrom('a', 'b', 'c', 'd'),
  garmentHash: fc.constantFrom('x', 'y', 'z'),
});
const crowd = fc
  .array(photos, { maxLength: 40 })
  .map((jobs): readonly Job[] => jobs.map((job, id) => ({ ...job, id })));
const job = (id: number, personHash: string, garmentHash: string): Job => ({
  id,
  personHash,
  garmentHash,
});

describe('sharing jobs out', () => {
  it('gives every job to one worker, none more than an even share, in the order of arrival', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 1, max: 9 }), (jobs, workers) => {
        const batches = shareOut(jobs, workers);
        const ids = batches.flat().map(({ id }) => id);
        expect(ids.toSorted((a, b) => a - b)).toEqual(jobs.map(({ id }) => id));
        expect(batches.length).toBeLessThanOrEqual(workers);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(Math.ceil(jobs.length / workers));
          const order = batch.map(({ id }) => id);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('keeps those who show the same person together, and else the same garment', () => {
    const jobs = [
      job(0, 'anna', 'shirt'),
      job(1, 'bert', 'dress'),
      job(2, 'anna', 'skirt'),
      job(3, 'cleo', 'dress'),
    ];
    const groups = shareOut(jobs, 2).map((batch) => batch.map(({ id }) => id));
    expect(groups).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('leaves no worker idle for it', () => {
    const jobs = [0, 1, 2, 3].map((id) => job(id, 'anna', `garment ${id}`));
    expect(shareOut(jobs, 2).map(({ length }) => length)).toEqual([2, 2]);
  });
});
