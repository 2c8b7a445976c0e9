import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradedShare, gradeLength, gradeRest } from './length-grade.ts';

describe('the length grade', () => {
  it('spreads evenly when the garment is not lengthened', () => {
    const grade = gradeLength(10, 110, 1, 0.8);
    expect(grade.first).toBe(1);
    expect(gradedShare(0.3, grade)).toBeCloseTo(0.3, 12);
  });

  it('keeps the proportions at the chest and both ends in place', () => {
    const grade = gradeLength(0, 100, 0.8, 1);
    expect(gradedShare(0.01, grade) / 0.01).toBeCloseTo(0.8, 2);
    expect(gradedShare(0, grade)).toBe(0);
    expect(gradedShare(1, grade)).toBe(1);
  });

  it('moves rows above the armpits by the first share and columns not at all', () => {
    const grade = gradeLength(100, 200, 0.7, 1);
    expect([...gradeRest(Float64Array.of(5, 90, 6, 100, 7, 200), grade)]).toEqual([
      5, 93, 6, 100, 7, 200,
    ]);
  });

  it('never turns rows over', () => {
    const even = fc.double({ min: 0.01, max: 10, noNaN: true });
    const share = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(even, share, share, (lengthwise, one, two) => {
        const grade = gradeLength(0, 1, 1, lengthwise);
        const [low, high] = one < two ? [one, two] : [two, one];
        expect(gradedShare(low, grade)).toBeLessThanOrEqual(gradedShare(high, grade));
      }),
    );
  });
});
