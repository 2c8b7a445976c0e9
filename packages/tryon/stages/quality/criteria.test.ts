import { QUALITY_REASONS } from '@proteus/contracts/jobs/quality-reasons.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CRITERIA, judge } from './criteria.ts';

const figures = fc.record(
  Object.fromEntries(
    CRITERIA.map(({ metric, good, bad }) => {
      const width = bad - good;
      return [metric, fc.double({ min: -0.5, max: 1.5, noNaN: true }).map((t) => good + t * width)];
    }),
  ),
);

it('every reason has its words, and every words their criterion', () => {
  expect(CRITERIA.map(({ reason }) => reason).sort()).toEqual(Object.keys(QUALITY_REASONS).sort());
});

it('a picture with nothing against it scores 1', () => {
  const good = Object.fromEntries(CRITERIA.map(({ metric, good: value }) => [metric, value]));
  expect(judge(good)).toEqual({ score: 1, reasons: [] });
  expect(judge({})).toEqual({ score: 1, reasons: [] });
});

it('no figure that gets worse can raise the score, which stays between 0 and 1', () => {
  fc.assert(
    fc.property(figures, fc.nat(CRITERIA.length - 1), (metrics, index) => {
      const { metric, good, bad } = CRITERIA[index]!;
      const worse = { ...metrics, [metric]: metrics[metric]! + 0.1 * (bad - good) };
      const { score } = judge(metrics);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(judge(worse).score).toBeLessThanOrEqual(score);
    }),
  );
});

it('reasons come worst first', () => {
  const { reasons } = judge({ folded: 0.12, parse_confidence: 0.8, uncovered: 0.2 });
  expect(reasons).toEqual(['FOLDED_MESH', 'OLD_CLOTH_SHOWS', 'UNCLEAR_PARSE']);
});
