import { expect, it } from 'vitest';
import { UsageError } from '../terminal/usage-error.ts';
import { parseRoles } from './role.ts';

it('reads one role or many, with or without spaces, each once', () => {
  expect(parseRoles('gateway')).toEqual(new Set(['gateway']));
  expect(parseRoles(' tailor, weaver,tailor ')).toEqual(new Set(['tailor', 'weaver']));
});

it.each(['', 'gateway,', 'cook', 'Gateway', 'gateway weaver'])(
  'refuses %j, and says what there is',
  (list) => {
    expect(() => parseRoles(list)).toThrow(UsageError);
    expect(() => parseRoles(list)).toThrow('gateway, weaver, tailor');
  },
);
