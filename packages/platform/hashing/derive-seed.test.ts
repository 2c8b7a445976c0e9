import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveSeed } from './derive-seed.ts';

const config = pipelineConfigSchema.parse({});
const source = { pictures: ['p', 'g'], category: 'auto', config } as const;

it('is a 32-bit number that stays the same for the same source', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (pictures) => {
      const seed = deriveSeed({ ...source, pictures });
      expect(seed).toBe(deriveSeed({ ...source, pictures: [...pictures] }));
      expect(Number.isInteger(seed) && seed >= 0 && seed <= 0xffff_ffff).toBe(true);
    }),
  );
});

it('changes with the pictures, their order, the category and what shapes the result', () => {
  const seeds = [
    source,
    { ...source, pictures: ['g', 'p'] },
    { ...source, pictures: ['p', 'h'] },
    { ...source, category: 'upper' as const },
    { ...source, config: { ...config, work: { res_long: 512 } } },
  ].map(deriveSeed);
  expect(new Set(seeds).size).toBe(seeds.length);
});

it('does not change with what only looks on', () => {
  const watched = { ...config, debug: { ...config.debug, keep_artifacts: true } };
  expect(deriveSeed({ ...source, config: watched })).toBe(deriveSeed(source));
});
