import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { describe, expect, it } from 'vitest';
import { type FirstAttempt, loosen, usualVariation, variationsAfter } from './variation.ts';

const { retry } = pipelineConfigSchema.parse({});
const first: FirstAttempt = {
  reasons: ['FOLDED_MESH', 'OLD_CLOTH_SHOWS'],
  category: 'upper',
  tuck: 'auto',
  isTucked: true,
};
const namesAfter = (changes: Partial<FirstAttempt>, limits = retry) =>
  variationsAfter({ ...first, ...changes }, limits).map(({ name }) => name);

describe('what is tried after a poor attempt', () => {
  it('mends the reasons that were given', () => {
    expect(namesAfter({})).toEqual(['looser', 'tuck-out']);
    expect(namesAfter({ reasons: ['OLD_CLOTH_SHOWS'], isTucked: false })).toEqual(['tuck-in']);
    expect(namesAfter({ reasons: ['FOLDED_MESH'] })).toEqual(['looser', 'looser']);
  });

  it('is nothing where another way cannot help', () => {
    expect(namesAfter({ reasons: ['UNCLEAR_GARMENT', 'UNCLEAR_POSE'] })).toEqual([]);
    expect(namesAfter({ reasons: ['STRETCHED_GARMENT', 'MUCH_DRAWN_ANEW'] })).toEqual([]);
    expect(namesAfter({}, { ...retry, max_retries: 0 })).toEqual([]);
  });

  it('leaves the tuck as somebody asked for it, and lower garments without one', () => {
    expect(namesAfter({ tuck: 'in' })).toEqual(['looser', 'looser']);
    expect(namesAfter({ category: 'lower' })).toEqual(['looser', 'looser']);
  });

  it('pulls less and takes more rounds each time', () => {
    const [once, twice] = variationsAfter({ ...first, reasons: ['FOLDED_MESH'] }, retry);
    expect(once!.pull).toBeLessThan(1);
    expect(twice!.pull).toBeLessThan(once!.pull);
    expect(twice!.moreRounds).toBe(2 * once!.moreRounds);
  });
});

it('a looser fit pulls at the same places with less weight', () => {
  const origin = { x: 0, y: 0 };
  const fit = { constraints: [{ source: origin, target: origin, weight: 8, part: 1 }] };
  expect(loosen(fit, usualVariation('auto'))).toBe(fit);
  expect(loosen(fit, { pull: 0.5 }).constraints).toEqual([{ ...fit.constraints[0], weight: 4 }]);
});
