import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeights, heldOutCorrelation, worstFactors } from './fit-criteria.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { readGrades } from './read-grades.ts';

describe('rankCorrelation', () => {
  it('is 1 for any rising relation and -1 for any falling one', () => {
    const values = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3 });
    fc.assert(
      fc.property(values, (numbers) => {
        const cubes = numbers.map((value) => value ** 3);
        expect(rankCorrelation(numbers, cubes)).toBeCloseTo(1);
        expect(
          rankCorrelation(
            numbers,
            cubes.map((value) => -value),
          ),
        ).toBeCloseTo(-1);
      }),
    );
  });

  it('shares ranks among equals', () => {
    // Worked by hand: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    expect(rankCorrelation([1, 2, 2, 3], [10, 20, 30, 40])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5));
  });

  it('is nothing where all are the same', () => {
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNaN();
  });
});

describe('fitted criteria', () => {
  const samples = Array.from({ length: 40 }, (_, i) => {
    const [first, second, idle] = [(i % 5) / 4, (i % 8) / 7, (i % 3) / 2];
    return { badness: [first, second, idle], grade: 5 - 3 * first - second + 0.05 * idle };
  });

  it('find what the grades go by, and give no credit for flaws', () => {
    const [first, second, idle] = fitWeights(samples);
    expect(first).toBeGreaterThan(2);
    expect(second).toBeGreaterThan(0.5);
    expect(second).toBeLessThan(first!);
    expect(idle).toBe(0);
    expect(worstFactors([0, 4])).toEqual([1, 0.15]);
  });

  it('rank pictures that they have not seen', () => {
    expect(heldOutCorrelation(samples)).toBeGreaterThan(0.95);
  });
});

describe('grades', () => {
  const fileWith = async (text: string) => {
    const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'grades-')), 'grades.csv');
    await writeFile(file, text);
    return file;
  };
  const HEADER = 'person,garment,category,grade\n';

  it('are read line by line; a missing one is not graded yet', async () => {
    const file = await fileWith(`${HEADER}a.jpg,b.jpg,upper,4\nc.jpg,d.jpg,lower,\n`);
    expect(await readGrades(file)).toEqual([
      { person: 'a.jpg', garment: 'b.jpg', category: 'upper', grade: 4 },
      { person: 'c.jpg', garment: 'd.jpg', category: 'lower', grade: null },
    ]);
  });

  it.each([
    ['without the header', 'a.jpg,b.jpg,upper,4\n', /does not begin with/],
    ['out of range', `${HEADER}a.jpg,b.jpg,upper,6\n`, /line 2/],
    ['of no category', `${HEADER}a.jpg,b.jpg,hat,3\n`, /line 2/],
    ['with too many columns', `${HEADER}a.jpg,b.jpg,upper,3,4\n`, /line 2/],
  ])('%s are refused, naming the place', async (_what, text, message) => {
    await expect(readGrades(await fileWith(text))).rejects.toThrow(message);
  });
});
