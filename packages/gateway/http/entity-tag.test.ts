import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entityTag, matchesEntityTag } from './entity-tag.ts';

it('differs for other parts, and for the same text cut elsewhere', () => {
  expect(entityTag('a', 1)).toBe(entityTag('a', 1));
  expect(entityTag('a', 1)).not.toBe(entityTag('a', 2));
  expect(entityTag('ab', 'c')).not.toBe(entityTag('a', 'bc'));
});

it('is found in any list, weak or strong, and never in lists without it', () => {
  const tag = fc.string().map((text) => entityTag(text));
  fc.assert(
    fc.property(fc.array(tag), tag, fc.boolean(), (others, own, isWeak) => {
      const without = others.filter((other) => other !== own);
      const listed = [...without, isWeak ? `W/${own}` : own].join(' , ');
      expect(matchesEntityTag(listed, own)).toBe(true);
      expect(matchesEntityTag(listed, `W/${own}`)).toBe(true);
      expect(matchesEntityTag(without.join(','), own)).toBe(false);
    }),
  );
});

it('matches a star, and nothing when there is no header', () => {
  expect(matchesEntityTag('*', entityTag('a'))).toBe(true);
  expect(matchesEntityTag(undefined, entityTag('a'))).toBe(false);
});
