import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type Attempt, keepBest } from './best-attempt.ts';

const judged = (score: number): Quality => ({ score, reasons: [], metrics: {} });
const tried = (name: string, score: number): Attempt => ({
  variation: { name },
  quality: judged(score),
});

it('a good picture is tried once', () => {
  const attempt = vi.fn();
  const best = keepBest(tried('usual', 0.8), [{ name: 'looser' }], 0.5, attempt);
  expect(attempt).not.toHaveBeenCalled();
  expect(best.quality.attempts).toEqual([{ variation: 'usual', score: 0.8 }]);
  expect(best.quality.metrics).toEqual({ attempts: 1 });
});

it('a poor one is tried again until one is good enough', () => {
  const scores: Record<string, number> = { first: 0.3, second: 0.6, third: 0.9 };
  const variations = Object.keys(scores).map((name) => ({ name }));
  const best = keepBest(tried('usual', 0.4), variations, 0.5, ({ name }) =>
    tried(name, scores[name]!),
  );
  expect(best.variation.name).toBe('second');
  expect(best.quality.attempts?.map(({ variation }) => variation)).toEqual([
    'usual',
    'first',
    'second',
  ]);
});

it('the best of all attempts is kept, and the first of equals', () => {
  const score = fc.integer({ min: 0, max: 4 }).map((value) => value / 10);
  fc.assert(
    fc.property(score, fc.array(score, { maxLength: 4 }), (first, rest) => {
      const variations = rest.map((_, index) => ({ name: `${index}` }));
      const best = keepBest(tried('usual', first), variations, 0.5, ({ name }) =>
        tried(name, rest[Number(name)]!),
      );
      const all = [first, ...rest];
      expect(best.quality.score).toBe(Math.max(...all));
      expect(best.quality.attempts).toHaveLength(all.length);
      const earliest = all.indexOf(Math.max(...all));
      expect(best.variation.name).toBe(earliest === 0 ? 'usual' : `${earliest - 1}`);
    }),
  );
});
