import { z } from 'zod';

/**
 * A choice of which some values are known but not built yet: they are refused with a message that
 * says so, instead of looking like a typo.
 */
export function laterValues<const Value extends string>(
  values: readonly Value[],
  later: readonly string[],
) {
  return z.enum(values as readonly [Value, ...Value[]], {
    error: ({ input }) =>
      typeof input === 'string' && later.includes(input)
        ? `this value comes with a later version; use ${values.join(' or ')}`
        : `must be ${values.join(' or ')}`,
  });
}
